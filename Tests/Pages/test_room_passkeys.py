# SPDX-License-Identifier: EUPL-1.2
"""Passkeys with Chromium's virtual authenticator: with PRF, without, and when its owner is not verified."""
from rooms import OWN, chromium, device, rooms  # noqa: F401  (fixtures)


def authenticator(one, prf=True, verified=True):
    session = one.context.new_cdp_session(one.page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": verified, "automaticPresenceSimulation": True, "hasPrf": prf}})
    return session, made["authenticatorId"]


def test_a_passkey_opens_the_room_even_where_everything_was_forgotten(rooms, device):
    """Added when keys are made; then it opens on a device whose storage is gone, and refuses when its owner is not verified."""
    one = device()
    session, held = authenticator(one)
    one.come_in(rooms.somebody("practitioner", 1))
    _, words = one.start_keys("own")
    one.prove(words)
    one.heading("Your keys are made")
    assert one.page.locator("#current").count() == 0, "what was typed a moment ago is not asked again"
    one.press("Add a passkey")
    one.opened()
    one.lock()
    one.press("Open with a passkey")
    one.opened()
    session.send("Storage.clearDataForOrigin", {"origin": rooms.room, "storageTypes": "all"})
    one.go("sign-in")
    one.press("Open with a passkey")
    one.opened()
    one.lock()
    one.press("Open with a passkey")
    one.opened()
    one.go("security")
    one.press("Add or remove passkeys")
    one.page.locator("#kit, #current").first.wait_for()
    one.page.locator("#current").fill(OWN)
    if one.page.locator("#kit").count():
        one.page.locator("#kit").fill(" ".join(words))
    one.press("Remove this passkey")
    one.page.get_by_text("The passkey is removed").wait_for()
    assert "0 added" in one.page.locator("main").inner_text()
    one.lock()
    one.press("Open with a passkey")
    one.page.get_by_text("This passkey did not open your room").first.wait_for()
    assert not one.faults


def test_a_passkey_whose_owner_is_not_verified_opens_nothing(rooms, device):
    """The authenticator is there and its owner is not: refused before anything is asked of the server."""
    one = device()
    session, held = authenticator(one)
    one.come_in(rooms.somebody("practitioner", 3))
    _, words = one.start_keys("own")
    one.prove(words)
    one.heading("Your keys are made")
    assert one.page.locator("#current").count() == 0, "what was typed a moment ago is not asked again"
    one.press("Add a passkey")
    one.opened()
    one.lock()
    session.send("WebAuthn.setUserVerified", {"authenticatorId": held, "isUserVerified": False})
    before = len(rooms.gate.seen)
    one.press("Open with a passkey")
    one.page.get_by_text("The device did not confirm that it is you").first.wait_for()
    assert "POST /room/v1/login" not in [s.name for s in rooms.gate.seen[before:]]
    one.open_with(OWN)
    one.opened()
    assert not one.faults


def test_an_authenticator_without_prf_is_said_to_be_no_way_in(rooms, device):
    """Nothing changes, the passphrase stays the way."""
    one = device()
    authenticator(one, prf=False)
    one.come_in(rooms.somebody("practitioner", 2))
    _, words = one.start_keys("own")
    one.prove(words)
    one.heading("Your keys are made")
    assert one.page.locator("#current").count() == 0, "what was typed a moment ago is not asked again"
    one.press("Add a passkey")
    one.page.get_by_text("This passkey cannot make keys here").first.wait_for()
    one.go("security")
    assert "0 added" in one.page.locator("main").inner_text()
    one.lock()
    one.open_with(OWN)
    one.opened()
    assert not one.faults
