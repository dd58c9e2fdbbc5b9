"""Where the index and the data folder are, which embedder, which addresses may be reached.

Precedence: a command's option, an environment variable `MONITOR_…`, the configuration file, the default.
"""

from __future__ import annotations

import os
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated

from platformdirs import user_config_path, user_data_path
from pydantic import Field, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

Network = IPv4Network | IPv6Network


class Config(BaseSettings):
    """The configuration; every field is also `MONITOR_<NAME>` and a key of the configuration file (TOML)."""

    model_config = SettingsConfigDict(env_prefix="MONITOR_", extra="forbid", frozen=True)

    data: Path = Field(default_factory=lambda: user_data_path("monitor", appauthor=False))
    index: str = ""  # sqlite:PATH or http(s)://host:port; empty is the SQLite file in `data`
    index_prefix: str = ""  # put before the names of Elasticsearch's aliases
    catalogue: Path | None = None  # a folder of outlets instead of the packaged one
    embedder: str = "e5-small"
    allow_addresses: Annotated[tuple[Network, ...], NoDecode] = ()  # private networks that may be reached
    contact: str = ""  # where to complain, added to the User-Agent
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
    named = os.environ.get("MONITOR_CONFIG")
    return Path(named) if named else user_config_path("monitor", appauthor=False) / "config.toml"
