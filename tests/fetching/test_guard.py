"""Which addresses may be reached."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.fetching import AddressRefused, Guard

REFUSED = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.1", "192.0.2.5", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
    "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1",
    "2001:0:7f00:1::", "fd00:ec2::254",
]  # fmt: skip
PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("address", REFUSED)
def test_addresses_that_are_refused(address: str) -> None:
    with pytest.raises(AddressRefused):
        Guard().check_address(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    Guard().check_address(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
        "http://127.0.0.1.:80/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://１２７.0.0.1/", "http://127。0。0。1/", "http://%31%32%37.0.0.1/", "http://169.254.169.254/latest/meta-data",
        "http://[fe80::1%25eth0]/", "http://0/", "http://user:word@8.8.8.8/", "http://user@example.org/",
        "file:///etc/passwd", "ftp://8.8.8.8/", "gopher://8.8.8.8/", "//8.8.8.8/", "http:///x", "http://[::1", "", "x",
        "http://8.8.8.8:99999/", "data:text/html,x", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_urls_that_are_refused_as_written(url: str) -> None:
    with pytest.raises(AddressRefused):
        Guard().check(url)


@pytest.mark.parametrize(
    "url", ["http://8.8.8.8/", "https://example.org/a?b=c", "http://1a.example/", "http://[2606:4700::1]/"]
)
def test_urls_that_pass_as_written(url: str) -> None:
    Guard().check(url)


def test_allowed_networks_pass_and_nothing_beside_them() -> None:
    guard = Guard([ip_network("127.0.0.0/8"), ip_network("fd00::/8")])
    for address in ("127.0.0.1", "::ffff:127.0.0.1", "fd00::5"):
        guard.check_address(address)
    guard.check("http://127.1:8080/")
    for address in ("10.0.0.1", "::1", "169.254.169.254"):
        with pytest.raises(AddressRefused):
            guard.check_address(address)


def test_the_message_says_what_to_do() -> None:
    with pytest.raises(AddressRefused, match="MONITOR_ALLOW_ADDRESSES"):
        Guard().check("http://10.0.0.1/")


@given(st.text(max_size=40))
def test_any_text_passes_or_is_refused(text: str) -> None:
    for url in (text, f"http://{text}/"):
        try:
            Guard().check(url)
        except AddressRefused:
            continue
