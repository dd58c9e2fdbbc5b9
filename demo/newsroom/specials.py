"""Addresses that lead elsewhere than to an article of their own."""

from __future__ import annotations

from demo.newsroom.content import Outlet, Sample

SOFT_404_OUTLET = "diario-del-faro"
SOFT_404 = "/noticias/2018/05/19/el-faro-de-la-isla-reabre-sus-puertas.html"
SOFT_404_HEADLINE = "El faro de la isla reabre sus puertas tras dos años de obras"


def old_path(sample: Sample) -> str:
    """The address before the outlet moved its pages."""
    return f"/spip.php/article{sample.id}"


def three_paths(sample: Sample, outlet: Outlet) -> tuple[str, str, str]:
    """The article's own address, one under another section, one for phones."""
    return sample.path(outlet), f"/gundem/{sample.slug}", f"/m/haber-{sample.id}"


def announced_paths(sample: Sample, outlet: Outlet) -> tuple[str, ...]:
    """The addresses of an article that its outlet's entry point announces."""
    if sample.special == "redirect":
        return (old_path(sample),)
    if sample.special == "three-urls":
        return three_paths(sample, outlet)
    return (sample.path(outlet),)
