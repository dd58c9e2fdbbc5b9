"""Query parameters of addresses that do not choose the article: who sent the reader, the session, the page's look.

Only names that are documented by those who set them, or that mean nothing else anywhere, are listed; whatever is not
listed stays in the address.
"""

from __future__ import annotations

import re


# Names that start so are a campaign's or a tracker's: Google, Matomo, AT Internet, HubSpot, Mailchimp, Webtrends …
def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PREFIXES = tuple(
    sorted(
        _set(
            "utm_ ns_ at_ pk_ piwik_ mtm_ matomo_ hsa_ mc_ oly_ vero_ wt_ wt."
            " trk_ _branch_ __hs _hs iesrc spm_ fb_ ga_ __cf_chl cft_ soc_ guce_"
        )
    )
)
_NAMES = _set(
    """
    fbclid gclid dclid gbraid wbraid gclsrc _ga _gl msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mkt_tok
    epik ref_src ref_url referrer referer spm cmp cmpid cmp_id icid ncid s_cid s_kwcid ef_id xtor ito smid smtyp sref
    srnd taid guccounter __twitter_impression __tn__ __xts__ wprov traffic_source campaign_id campaign sharetype share
    shared cndid recip_id mbid esrc ocid ftcamp wkey echobox rss nocache cachebuster print printable amp outputtype
    amp_js_v usqp amp_gsa _amp isamp is_amp utm trk wt_mc cid_source dicbo obref tpcc leadsource emc sc_src
    mkcid mkrid mkevt campid toolid zanpid awc irclickid cjevent srsltid gad_source gad_campaignid sc_campaign
    nomobile noamp nonamp
    """
)
# Names that nobody uses for anything but clicks and campaigns: they never choose an article.
_SURE = tuple("utm_ hsa_ mtm_ matomo_ piwik_ __".split())  # noqa: SIM905
_CLICKS = _set("fbclid gclid dclid gbraid wbraid gclsrc msclkid yclid ysclid twclid ttclid igshid igsh srsltid utm")
_FLAGS = frozenset(("1", "true", "yes", "on", "y"))
_SWITCHES = frozenset(("m", "mobile"))  # of the page's form, where they are only switched on
_SESSIONS = re.compile(r"(?:php|asp|j)?sess(?:ion)?_?id|aspsessionid\w{0,40}|cftoken|cfid")
_TOKEN = re.compile(r"[0-9a-fA-F-]{16,}|[0-9A-Za-z]{26,}")

# Names that mean a channel only where their value does: `source=rss`, but also `source=4711`.
_MAYBE_CHANNEL = frozenset(
    {"ref", "source", "src", "from", "via", "output", "view", "medium", "type", "feature", "mod"}
)
_CHANNELS = _set(
    """
    rss rssfeed feed feeds atom twitter facebook fb whatsapp telegram newsletter email mail homepage home share sharing
    social google googlenews news_google app push amp print youtu.be linkedin instagram reddit sitemap
    """
)


def chooses_article(name: str, value: str, *, named: bool = True) -> bool:
    """False for a parameter that only tracks, identifies a session or chooses a form of the page.

    `named` says that the path alone could name an article. Where it does not, as in `/?campaign=777`, a number stays
    even under a name that mostly tracks.
    """
    name, value = name.lower(), value.lower()
    if name in _NAMES or name.startswith(_PREFIXES):
        numbers = value.isdecimal() and (len(value) > 1 or name.endswith("id"))
        return not named and numbers and name not in _CLICKS and not name.startswith(_SURE)
    if _SESSIONS.fullmatch(name):
        return False
    if name == "sid":  # a session where it looks like one; a story's number in older systems
        return not _TOKEN.fullmatch(value)
    if name in _SWITCHES:
        return not (named and value in _FLAGS)
    return not (name in _MAYBE_CHANNEL and value in _CHANNELS)
