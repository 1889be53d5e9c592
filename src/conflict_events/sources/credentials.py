"""User name and password, from the environment or the keyring; never printed, never written."""

from __future__ import annotations

import os

from attrs import field, frozen

from conflict_events.sources.errors import SourceError

__all__ = ["Credentials"]


@frozen(slots=True)
class Credentials:
    """A user name and a password.

    >>> Credentials("ann@example.org", "secret")
    Credentials(username='ann@example.org')
    """

    username: str
    password: str = field(repr=False)

    @classmethod
    def find(cls, service: str = "acled") -> Credentials:
        """From ``ACLED_USERNAME`` and ``ACLED_PASSWORD``, or from the keyring under ``conflict-events/acled``.

        Args:
            service: whose; the variables begin with its name in capitals.

        Raises:
            SourceError: if there are none.
        """
        prefix = service.upper()
        username, password = os.environ.get(f"{prefix}_USERNAME"), os.environ.get(f"{prefix}_PASSWORD")
        if username and not password:
            password = _from_keyring(f"conflict-events/{service}", username)
        if not username or not password:
            expected = f"{prefix}_USERNAME and {prefix}_PASSWORD, or the password in the keyring"
            raise SourceError("no credentials", where="environment", expected=expected, got=None)
        return cls(username, password)


def _from_keyring(service: str, username: str) -> str | None:
    try:
        import keyring
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(service, username)
    except Exception:  # noqa: BLE001 - whatever its back-ends raise where there is no keyring, or a locked one
        return None
    return found
