"""Scrapy's settings for every spider of ours (https://docs.scrapy.org/en/latest/topics/settings.html)."""

from monitor.fetching import ROBOTS_NAME
from monitor.fetching import USER_AGENT as _USER_AGENT

BOT_NAME = "monitor"
SPIDER_MODULES = ["monitor.spiders.outlet", "monitor.spiders.coverage"]
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TWISTED_DNS_RESOLVER = "monitor.fetching.resolver.GuardedResolver"
DNS_TIMEOUT = 20

# Who we are, and what we keep to
USER_AGENT = _USER_AGENT  # with the operator's contact, where the configuration gives one
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = ROBOTS_NAME
DOWNLOAD_DELAY = 1.0  # seconds between two requests to an outlet, where its file says nothing
DOWNLOAD_DELAY_JITTER = 0.3
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 128  # most of them wait for their outlet's delay

# Bounds
DOWNLOAD_MAXSIZE = 10_000_000  # bytes of a body, unpacked; entry points may have more
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30  # seconds for a whole answer
DOWNLOAD_VERIFY_CERTIFICATES = True
REDIRECT_MAX_TIMES = 5
RETRY_TIMES = 1
RETRY_HTTP_CODES = [500, 502, 504, 522, 524, 408]  # not 429 and 503: who asks for a pause gets one
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 20_000_000  # bytes of bodies under way; beyond it the crawl waits for the index
CONCURRENT_ITEMS = 1  # a page is one item; Scrapy makes so many tasks for each answer
WARN_ON_GENERATOR_RETURN_VALUE = False  # it reads the source of callbacks
HTTPERROR_ALLOW_ALL = True
METAREFRESH_ENABLED = False
COOKIES_ENABLED = False
HTTPPROXY_ENABLED = False  # behind a proxy the guard could not see which address is reached
REFERRER_POLICY = "no-referrer"
TELNETCONSOLE_ENABLED = False  # no port of ours is open while we crawl
REMOTE_CONTROL_ENABLED = False

# The guard comes first: each request, each redirect
DOWNLOADER_MIDDLEWARES = {
    "monitor.middlewares.guard.GuardMiddleware": 10,
    "monitor.middlewares.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # scope is the outlet's, and is a fate
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.stats.DownloaderStats": None,
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # discovery bounds addresses
}
ITEM_PIPELINES = {  # a page goes through them in this order
    "monitor.pipelines.pages.ReadPage": 100,
    "monitor.pipelines.pages.JudgePage": 200,
    "monitor.pipelines.pages.StorePage": 300,
}
EXTENSIONS = {
    "monitor.middlewares.throttle.PoliteThrottle": 0,
    "scrapy.extensions.throttle.AutoThrottle": None,
    "scrapy.extensions.corestats.CoreStats": None,
    "scrapy.extensions.logstats.LogStats": None,
    "scrapy.extensions.memusage.MemoryUsage": None,
    # Off, and not loaded either: a shell's and a web server's libraries take a third of a second.
    "scrapy.extensions.telnet.TelnetConsole": None,
    "scrapy.extensions.remote_control.RemoteControl": None,
}

# What was met is known to the ledger, and what is to come to the frontier
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
SCHEDULER_PRIORITY_QUEUE = "scrapy.pqueues.ScrapyPriorityQueue"
LOG_FORMATTER = "monitor.middlewares.logs.QuietFormatter"
LOG_LEVEL = "INFO"
STATS_DUMP = False
