"""How answers look: findings, tables and lines, for people and for programs."""
