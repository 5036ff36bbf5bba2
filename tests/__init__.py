"""The tests of apqa. What several of them need stands in modules beside them: `from tests.… import …`."""
