"""Where the index and the data folder are, which embedder, which addresses may be reached.

Precedence: a command's option, an environment variable `MONITOR_…`, the configuration file, the default.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated

from platformdirs import user_config_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from monitor.model import MonitorError

PREFIX = "MONITOR_"  # of environment variables
NAMED = "MONITOR_CONFIG"  # the variable that says where the configuration file is
Network = IPv4Network | IPv6Network


class Config(BaseSettings):
    """The configuration; every field is also `MONITOR_<NAME>` and a key of the configuration file (TOML)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data: Path = Field(default_factory=lambda: user_data_path("monitor", appauthor=False))
    index: str = ""  # sqlite:PATH or http(s)://host:port; empty is the SQLite file in `data`
    index_prefix: str = ""  # put before the names of Elasticsearch's aliases
    catalogue: Path | None = None  # a folder of outlets instead of the packaged one
    decision: Path | None = None  # of `monitor events train`, instead of the packaged one
    embedder: str = "e5-small"  # or openai:URL#MODEL, sentence-transformers:MODEL
    embedder_key: SecretStr = SecretStr("")  # for an embedder behind a service
    translator: str = ""  # for the page: libretranslate:URL or openai:URL#MODEL
    translator_key: SecretStr = SecretStr("")
    allow_addresses: Annotated[tuple[Network, ...], NoDecode] = ()  # private networks that may be reached
    contact: str = ""  # where to complain, added to the User-Agent
    google_news: str = "https://news.google.com"  # asked by --discover; empty: not asked
    gdelt: str = "https://api.gdeltproject.org/api/v2/doc/doc"  # likewise
    mail_server: str = ""  # smtp://host:port (STARTTLS) or smtps:// (TLS from the start); for watches that mail
    mail_user: str = ""
    mail_password: SecretStr = SecretStr("")
    mail_from: str = ""  # the sender's address
    web_address: str = ""  # where people reach the page, for links in notices, such as https://news.example.org
    web_host: str = "127.0.0.1"
    web_port: int = 8765

    @field_validator("allow_addresses", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @property
    def index_address(self) -> str:
        """The index that is meant, with the default filled in."""
        return self.index or f"sqlite:{self.data / 'monitor.sqlite'}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  (the name is pydantic-settings' contract)
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the configuration file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, config_file())


def config_file() -> Path:
    """$MONITOR_CONFIG, or `config.toml` in the user's configuration folder."""
    named = os.environ.get(NAMED)
    return Path(named).expanduser() if named else user_config_path("monitor", appauthor=False) / "config.toml"


class ConfigError(MonitorError):
    """The configuration is wrong; the message names the key and where it is set."""

    exit_code = 2


def load_config(**given: object) -> Config:
    """The configuration, with the options of a command in `given`.

    Raises ConfigError where a value, from whichever source, is not what is expected, or a file that was named is none.
    """
    path = config_file()
    try:
        if os.environ.get(NAMED) and (path.is_dir() or not path.exists()):
            raise ConfigError(f"there is no configuration file {path}, which {NAMED} names")
        return Config(**given)  # type: ignore[arg-type]  # pydantic checks what it is given
    except ValidationError as problem:
        first = problem.errors()[0]
        key = str(first["loc"][0]) if first["loc"] else "configuration"
        if first["type"] == "extra_forbidden":
            raise ConfigError(_unknown(key, path)) from None
        raise ConfigError(f"{key}: {first['msg']} (set by {_source(key, given, path)})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ConfigError(f"{path} is not TOML: {problem}") from None
    except OSError as problem:
        raise ConfigError(f"{path} cannot be read: {problem.strerror}") from None


def _unknown(key: str, path: Path) -> str:
    """A key that there is none of, and the one that may be meant; only the file can hold one."""
    keys = list(Config.model_fields)
    near = get_close_matches(key.lower().replace("-", "_"), keys, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(keys)}"
    return f"{path}: there is no key {key!r}: {hint}"


def mistyped(environment: Mapping[str, str]) -> dict[str, str]:
    """Variables that are none of ours, each with the one that may be meant: MONITOR_INDX is MONITOR_INDEX.

    What is like none of ours may be another program's.
    """
    ours = [NAMED, *(f"{PREFIX}{key.upper()}" for key in Config.model_fields)]
    names = {name.upper().removeprefix(PREFIX): name for name in environment if name.upper().startswith(PREFIX)}
    known = {name.removeprefix(PREFIX): name for name in ours}
    near = {name: get_close_matches(key, known, n=1) for key, name in names.items() if key not in known}
    return {name: known[found[0]] for name, found in near.items() if found}


def _source(key: str, given: Mapping[str, object], path: Path) -> str:
    """Where a value comes from, by the precedence."""
    if key in given:
        return "an option"
    variable = f"{PREFIX}{key.upper()}"
    return variable if variable in map(str.upper, os.environ) else str(path)
