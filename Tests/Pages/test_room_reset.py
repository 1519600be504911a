# SPDX-License-Identifier: EUPL-1.2
"""Starting again after everything was lost."""
from rooms import OWN, chromium, device, rooms  # noqa: F401  (fixtures)
from test_room_people import make, pair


def test_who_lost_everything_starts_again_with_somebody_who_vouches(rooms, device):
    """The start is possible only from the pool's pages, takes the other party, and cannot end before its time."""
    client, coach = pair(rooms, 0)
    a, b = device(), device()
    make(a, client)
    make(b, coach)
    a.go("security")
    a.press("Forget me on this device")
    a.press("Forget me now")
    a.page.get_by_role("heading", level=1, name="Your private records").wait_for()
    a.come_in(client)
    a.go("recover")
    a.page.locator("#have-none").check()
    a.press("Continue")
    a.page.get_by_text("Your private notes cannot be brought back").wait_for()
    a.press("Start again with new keys")
    a.heading("Starting again")
    if not a.page.get_by_label(coach["name"]).is_checked():
        a.page.get_by_label(coach["name"]).check()
    a.page.get_by_label("With a passphrase of your own").check()
    a.page.locator("#passphrase").fill(OWN)
    a.press("Continue")
    a.heading("Your kit")
    a.prove(a.sheet())
    a.page.get_by_text("Vouched so far: 0 of 1").wait_for()
    b.go("")
    b.page.get_by_role("link", name="Look at it").click()
    b.press(f"I met {client['name']}: I vouch for these keys")
    b.page.get_by_role("button", name="I vouch", exact=False).wait_for(state="detached")
    a.page.reload()
    a.page.get_by_text("Vouched so far: 1 of 1").wait_for()
    assert a.page.get_by_role("button", name="Put my new keys in place").count() == 0, "not before its time"
    assert not (a.faults + b.faults)


def test_the_other_party_may_open_a_way_back_at_once(rooms, device):
    """The kit without the passphrase waits a day, unless the person one works with approves after speaking."""
    client, coach = pair(rooms, 1)
    a, b = device(), device()
    account, words = make(a, client)
    make(b, coach)
    lost = device()
    lost.go("recover")
    lost.page.locator("#have-kit").check()
    lost.press("Continue")
    lost.page.locator("#name").fill(account)
    lost.page.locator("#kit").fill(" ".join(words))
    lost.press("Begin")
    lost.heading("Your way back has begun")
    assert not {"open", "bundle", "account"} & set(lost.storage())
    b.go("")
    b.page.get_by_text(f"{client['name']} asks for a way back").wait_for()
    b.press("I spoke to them: open it now")
    b.page.get_by_text("asks for a way back").wait_for(state="detached")
    lost.press("Look again")
    lost.heading("Your way back is open")
    a.go("")
    a.opened()
    assert not (a.faults + b.faults + lost.faults)
