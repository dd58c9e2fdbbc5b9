"""The application: its addresses, and how an error becomes a page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from threading import Thread

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from monitor.config import Config
from monitor.model import MonitorError
from monitor.web import comparing, events, openapi, outlets, reading
from monitor.web.answers import SUFFIXES, Viewer, page, problem_page
from monitor.web.problems import PageProblem
from monitor.web.security import Guarded, TooLarge
from monitor.web.site import Site

# Each with the parameters that it takes, and also with .json, .csv and .atom behind it, where it has such a form.
PAGES: dict[str, tuple[Viewer, Collection[str]]] = {
    "/": (events.front, openapi.EVENTS),
    "/events": (events.front, openapi.EVENTS),
    "/event/{id}": (events.event, ("merged",)),
    "/event/{id}/{table}": (events.table, ()),
    "/article/{id}": (reading.article, ("at",)),
    "/search": (reading.search, openapi.ARTICLES),
    "/outlets": (outlets.outlets, openapi.ALL),
    "/outlet/{slug}": (outlets.outlet, ()),
    "/compare": (comparing.compare, ()),
}


def create_app(config: Config, *, names: Sequence[str] = (), clock: Callable[[], datetime] | None = None) -> Starlette:
    """The page over the index of the configuration.

    names: host names under which it is served, besides localhost and IP addresses; clock: says what counts as now.
    Raises IndexProblem or CatalogueError where one of them cannot be had.
    """
    site = Site(config, clock=clock)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        Thread(target=site.warm, name="warming", daemon=True).start()
        yield
        site.close()

    app = Starlette(
        routes=[
            *_routes(),
            Route("/openapi.json", _openapi),
            Mount("/static", StaticFiles(packages=[("monitor.web", "static")]), name="static"),
        ],
        middleware=[
            Middleware(Guarded, names=(config.web_host, *names)),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={
            HTTPException: _http_problem,
            PageProblem: _page_problem,
            MonitorError: _known_problem,
            TooLarge: _too_large,
        },
        lifespan=lifespan,
    )
    app.state.site = site
    return app


def _routes() -> list[Route]:
    routes = []
    for path, (viewer, query) in PAGES.items():
        methods, form = (["GET", "POST"], openapi.FORM) if viewer is comparing.compare else (["GET"], {})
        # A placeholder takes the suffix with it; a fixed address needs one of its own.
        suffixes = ("",) if path.endswith(("}", "/")) else ("", *SUFFIXES)
        routes += [Route(path + suffix, page(viewer, query, form), methods=methods) for suffix in suffixes]
    return routes


async def _openapi(_: Request) -> Response:
    return JSONResponse(openapi.document())


async def _http_problem(request: Request, problem: Exception) -> Response:
    status = problem.status_code if isinstance(problem, HTTPException) else 500
    if status == 404:
        return problem_page(request, "There is no such page.", 404)
    return problem_page(request, "{reason}", status, reason=str(getattr(problem, "detail", "")))


async def _page_problem(request: Request, problem: Exception) -> Response:
    if not isinstance(problem, PageProblem):
        raise problem
    return problem_page(request, problem.message, problem.status, **problem.values)


async def _known_problem(request: Request, problem: Exception) -> Response:
    status = 400 if isinstance(problem, MonitorError) and problem.exit_code == 2 else 503
    return problem_page(request, "{reason}", status, reason=str(problem))


async def _too_large(request: Request, problem: Exception) -> Response:
    return problem_page(request, "{reason}", 413, reason=str(problem))
