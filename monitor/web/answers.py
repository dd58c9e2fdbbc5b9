"""A view's answer as HTML, JSON, CSV or Atom, by what was asked for; views run in threads, off the event loop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any

from attrs import field, frozen
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from monitor.index.codec import dumps
from monitor.web.asking import Ask, Odd, asked
from monitor.web.atom import Feed, to_atom
from monitor.web.rendering import render
from monitor.web.sheets import Sheet, to_csv
from monitor.web.site import Site
from monitor.web.speaking import INTERFACES, Speaker

JSON, CSV, ATOM = "application/json", "text/csv", "application/atom+xml"
SUFFIXES = {".json": JSON, ".csv": CSV, ".atom": ATOM}
MAX_FIELD = 4_500_000  # bytes of one field of a form


@frozen(kw_only=True)
class View:
    """What a page shows: values for its template; data, a table and a feed for programs, made when asked for."""

    template: str
    values: Mapping[str, Any] = field(factory=dict)
    data: Callable[[], Any] = dict
    sheet: Callable[[], Sheet] | None = None
    feed: Callable[[], Feed] | None = None
    status: int = 200


@frozen(kw_only=True)
class Elsewhere:
    """The page is at another address; `suffixed` where that address takes the suffix that was asked for."""

    url: str
    suffixed: bool = True
    query: str = ""


Viewer = Callable[[Site, Ask], View | Elsewhere]


def page(
    viewer: Viewer, query: Collection[str], form: Collection[str] = ()
) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint of a view, with the parameters of its address and the fields of its form."""

    async def endpoint(request: Request) -> Response:
        posted = request.method == "POST"
        sent = await request.form(max_files=0, max_fields=20, max_part_size=MAX_FIELD) if posted else {}
        given = request.query_params
        ask = Ask(
            path={name: _bare(str(value)) for name, value in request.path_params.items()},
            query=asked(given),
            lists={name: tuple(each for each in given.getlist(name) if each) for name in given},
            form={name: value for name, value in sent.items() if isinstance(value, str)},
            posted=posted,
            html=form_of(request) == "",
            feed=form_of(request) == ATOM,
            locale=speaker_for(request).locale,
        )
        ask.knows(query, form)
        return await run_in_threadpool(_answered, request, viewer, ask)

    return endpoint


def _answered(request: Request, viewer: Viewer, ask: Ask) -> Response:
    if ask.html:
        ask.choice("lang", INTERFACES)
    found = viewer(request.app.state.site, ask)
    if isinstance(found, Elsewhere):
        suffix = suffix_of(request.url.path) if found.suffixed else ""
        return RedirectResponse(found.url + suffix + (f"?{found.query}" if found.query else ""), 302)
    return answer(request, found, ask.odd)


def suffix_of(path: str) -> str:
    """`.json`, `.csv`, `.atom` or nothing."""
    return next((suffix for suffix in SUFFIXES if path.endswith(suffix)), "")


def _bare(name: str) -> str:
    return name.removesuffix(suffix_of(name) or "\0")


def form_of(request: Request) -> str:
    """The media type that a program asked for, by suffix or by `Accept`; "" for a browser."""
    suffix = suffix_of(request.url.path)
    if suffix:
        return SUFFIXES[suffix]
    accept = request.headers.get("accept", "")
    return "" if "text/html" in accept else next((each for each in SUFFIXES.values() if each in accept), "")


def answer(request: Request, view: View, odd: Sequence[Odd] = ()) -> Response:
    """The view as what was asked for."""
    form = form_of(request)
    headers = {"Vary": "Accept"}
    if form == JSON:
        return Response(dumps(view.data()), view.status, media_type=JSON, headers=headers)
    if form == CSV and view.sheet:
        sheet = view.sheet()
        headers["Content-Disposition"] = f'attachment; filename="{sheet.name}.csv"'
        return Response(to_csv(sheet), view.status, media_type=f"{CSV}; charset=utf-8", headers=headers)
    if form == ATOM and view.feed:
        made = to_atom(view.feed(), base=str(request.base_url).rstrip("/"), url=str(request.url))
        return Response(made, view.status, media_type=ATOM, headers=headers)
    if form:
        raise HTTPException(406, f"This page is not to be had as {form}.")
    return _html(request, view, odd)


def _html(request: Request, view: View, odd: Sequence[Odd] = ()) -> Response:
    speaker = speaker_for(request)
    values = {
        "path": request.url.path,
        "machine_words": {},
        "odd": odd,
        "query": asked(request.query_params),
        "forms": [suffix for suffix, made in ((".csv", view.sheet), (".atom", view.feed)) if made],
        **view.values,
    }
    headers = {"Vary": "Accept, Accept-Language, Cookie", "Content-Language": speaker.locale}
    response = HTMLResponse(render(view.template, speaker, values), view.status, headers=headers)
    if request.query_params.get("lang") in INTERFACES:
        response.set_cookie("lang", speaker.locale, max_age=31_536_000, samesite="lax", httponly=True)
    return response


def speaker_for(request: Request) -> Speaker:
    """The interface's language: asked for, remembered, or the browser's."""
    asked = [request.query_params.get("lang"), request.cookies.get("lang")]
    accepted = [
        part.split(";")[0].strip().split("-")[0] for part in request.headers.get("accept-language", "").split(",")
    ]
    return Speaker(next((each for each in (*asked, *accepted) if each in INTERFACES), "en") or "en")


def problem_page(request: Request, message: str, status: int, **values: object) -> Response:
    """What went wrong, in words: a message of the interface with its values; a line for a table or a feed."""
    if form_of(request) in (CSV, ATOM):
        return PlainTextResponse(message.format(**values) + "\n", status, headers={"Vary": "Accept"})
    said = speaker_for(request)(message, **values)
    view = View(
        template="problem.html",
        values={"message": said, "status": status},
        data=lambda: {"error": message.format(**values)},
        status=status,
    )
    return answer(request, view)
