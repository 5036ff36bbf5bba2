// Checks every record of each kind against the schema of its kind: node check.mjs JOBS
// JOBS is a JSON file: [{"schema": "provider.schema.json", "files": "a folder, or one file"}].
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import yaml from "js-yaml";

// Errors are said all at once, as apqa says them. Days stay text, as YAML 1.2 has them.
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);

function* recordsIn(path) {
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* recordsIn(below);
    else if (entry.name.endsWith(".yaml")) yield below;
  }
}

let checked = 0;
let faulty = 0;
for (const { schema, files } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
  for (const file of recordsIn(files)) {
    checked += 1;
    let said;
    try {
      const record = yaml.load(readFileSync(file, "utf8"), { schema: yaml.CORE_SCHEMA });
      said = validate(record) ? null : ajv.errorsText(validate.errors);
    } catch (error) {
      said = error.message;
    }
    if (said !== null) {
      faulty += 1;
      console.log(`${file}: ${said}`);
    }
  }
}
console.log(`${checked} records, ${faulty} with faults`);
process.exitCode = faulty ? 1 : 0;
