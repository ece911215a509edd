"""What a chart is drawn of: shapes, without words of their own and without colours."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.html import format_html, format_html_join


class Shape(NamedTuple):
    """``kind`` is rect, path or text; places are numbers or per cent, ``"12.5%"``.

    Its colour is that of ``stage``, or follows from ``css``. ``title`` is said of a shape,
    ``strong`` stands before the text.
    """

    kind: str
    css: str = ""
    stage: str = ""
    x: Any = 0
    y: Any = 0
    width: Any = 0
    height: Any = 0
    radius: float = 0
    path: str = ""
    strong: str = ""
    text: str = ""
    title: str = ""

    def as_svg(self) -> str:
        return MARKUP[self.kind](self)


class Drawing(NamedTuple):
    """``width`` is None where it is as wide as its place, in per cent of that."""

    height: float
    shapes: list[Shape]
    width: float | None = None

    @property
    def box(self) -> str:
        """Its own space, with room for edges that lie on the border."""
        return f"0 -2 {self.width:.0f} {self.height + 4:.0f}" if self.width else ""

    def as_svg(self) -> str:
        """The shapes alone. By format_html: as a template they take five times as long."""
        return format_html_join(
            "\n", "{}", ((shape.as_svg(),) for shape in self.shapes)
        )


def percent(value: float) -> str:
    return f"{value:.2f}%"


def number(value: float) -> str:
    return f"{value:.1f}"


def _rect(shape: Shape) -> str:
    return format_html(
        '<rect{} x="{}" y="{}" width="{}" height="{}" rx="{}">{}</rect>',
        _look(shape),
        shape.x,
        shape.y,
        shape.width,
        shape.height,
        shape.radius,
        _title(shape),
    )


def _path(shape: Shape) -> str:
    form = '<path{} d="{}">{}</path>'
    return format_html(form, _look(shape), shape.path, _title(shape))


def _text(shape: Shape) -> str:
    strong = shape.strong and format_html(
        '<tspan class="strong">{}</tspan> ', shape.strong
    )
    form = '<text{} x="{}" y="{}">{}{}<tspan>{}</tspan></text>'
    told = _title(shape), strong, shape.text
    return format_html(form, _look(shape), shape.x, shape.y, *told)


def _look(shape: Shape) -> str:
    return format_html_join(
        "",
        ' {}="{}"',
        [(n, v) for n, v in (("class", shape.css), ("data-stage", shape.stage)) if v],
    )


def _title(shape: Shape) -> str:
    return shape.title and format_html("<title>{}</title>", shape.title)


MARKUP = {"rect": _rect, "path": _path, "text": _text}
