"""Figures drawn as SVG that stands in a page: bars, stacked bars, a timeline."""
