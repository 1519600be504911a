# SPDX-License-Identifier: EUPL-1.2
"""Making keys, coming in, changing and losing ways in, in Chromium by TLS, against the program itself."""
import re

import pytest
from rooms import OWN, Device, chromium, device, rooms  # noqa: F401  (fixtures)


def email_of(person, rooms_device):
    """What the sheet says the account is."""
    return rooms_device.page.locator(".sheet dd").nth(1).inner_text()


def test_keys_are_made_and_open_on_each_page(rooms, device):
    """From the pool to the room, words proved, keys made; the room is open on each page and locks."""
    one = device()
    one.come_in(rooms.somebody("client", 0))
    one.heading("Make your keys")
    passphrase, words = one.start_keys("made")
    assert len(words) == 12 and len(passphrase.split()) == 5
    one.press("I have kept it")
    one.page.locator("#first").fill("wrong")
    one.page.locator("#second").fill("words")
    one.press("Check")
    one.page.locator(".problem").wait_for()
    assert one.page.title().startswith("Error:")
    for name in ("first", "second"):
        place = int(re.search(r"\d+", one.page.locator(f"label[for={name}]").inner_text())[0])
        one.page.locator(f"#{name}").fill(words[place - 1].upper() + " ")
    one.press("Check")
    one.heading("Your keys are made")
    for page in ("", "people", "security", "private"):
        one.go(page)
        assert one.page.get_by_role("button", name="Lock", exact=True).count() == 1, page
    one.go("")
    one.lock()
    one.open_with("not the one at all")
    one.page.locator(".problem").wait_for()
    assert one.page.locator("#passphrase").input_value() == ""
    one.open_with(passphrase)
    one.opened()
    assert not one.faults, one.faults


def test_a_new_device_opens_with_kit_and_passphrase(rooms, device):
    """With the twelve words in one field, from the saved file, and never with half of it."""
    first = device()
    first.come_in(rooms.somebody("practitioner", 0))
    passphrase, words = first.start_keys("own")
    account = email_of(None, first)
    with first.page.expect_download() as saved:
        first.press("Save as a file")
    file = saved.value.path()
    first.prove(words)
    first.heading("Your keys are made")
    assert " ".join(words) not in file.read_text() and words[3] in file.read_text()

    second = device()
    second.new_device(account, " ".join(words))
    second.page.locator(".problem").wait_for()
    same = second.page.locator(".problem p").inner_text()
    second.page.locator("#name").fill("nobody@example.org")
    second.page.locator("#kit").fill(" ".join(words))
    second.page.locator("#passphrase").fill(passphrase)
    second.press("Open")
    second.page.locator(".problem").wait_for()
    assert second.page.locator(".problem p").inner_text() == same, "a wrong passphrase and an unknown person read alike"
    second.page.locator("#kit").fill(" ".join(words[:11] + ["zzz"]))
    second.press("Open")
    second.page.get_by_text("Word 12 is not a word of a kit").first.wait_for()
    second.page.locator("#name").fill(account)
    second.page.locator("#kit").fill("")
    second.page.get_by_text("Use the kit’s file instead").click()
    second.page.locator("#kit_file").set_input_files(file)
    second.page.locator("#passphrase").fill(passphrase)
    second.press("Open")
    second.opened()
    second.lock()
    second.open_with(passphrase)
    second.opened()

    shared = device()
    shared.new_device(account, ", ".join(words).upper(), passphrase, shared=True)
    shared.opened()
    assert "account" not in shared.storage()
    shared.press("Sign out on this device")
    shared.heading("Open your private records")
    assert set(shared.storage()) <= {"told_managed", "verified", "evidence"}, shared.storage()
    assert not (first.faults + second.faults + shared.faults)


def test_without_a_passphrase_the_device_is_enough(rooms, device):
    """And the kit, on another device."""
    one = device()
    one.come_in(rooms.somebody("client", 1))
    _, words = one.start_keys("none")
    account = email_of(None, one)
    one.prove(words)
    one.heading("Your keys are made")
    one.go("")
    one.lock()
    assert one.page.locator("#passphrase").count() == 0
    one.press("Open")
    one.opened()
    two = device()
    two.new_device(account, " ".join(words))
    two.opened()
    assert not (one.faults + two.faults)


def test_the_kit_may_be_kept_tomorrow_and_is_asked_for_again(rooms, device):
    """Until a new kit is kept, every visit says so."""
    one = device()
    one.come_in(rooms.somebody("client", 2))
    _, words = one.start_keys("own")
    one.press("Remind me tomorrow")
    one.press("Go on without it for now")
    one.heading("Your keys are made")
    one.go("")
    one.page.get_by_role("link", name="Make and keep my kit").click()
    one.heading("A new kit")
    one.page.locator("#current").fill(OWN)
    one.press("Continue")
    one.heading("Your kit")
    fresh = one.sheet()
    assert fresh != words
    one.prove(fresh)
    one.page.get_by_text("The new kit is in place").wait_for()
    one.go("")
    assert one.page.get_by_text("You have not kept your kit yet").count() == 0
    one.lock()
    one.open_with(OWN)
    one.opened()
    assert not one.faults


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_cut_while_keys_are_made_leaves_old_or_new(rooms, device, when):
    """The page waits and tries again; the same kit opens what stands in the end."""
    one = device()
    one.come_in(rooms.somebody("client", 3 if when == "before" else 4))
    passphrase, words = one.start_keys("own")
    account = email_of(None, one)
    rooms.gate.cut = lambda seen, moment: moment == when and seen.name == "POST /room/v1/keys"
    one.prove(words)
    one.heading("The connection broke")
    rooms.gate.honest()
    one.press("Try again")
    one.heading("Your keys are made")
    two = device()
    two.new_device(account, " ".join(words), passphrase)
    two.opened()
    assert not [f for f in one.faults + two.faults if "ERR_" not in f]


def test_passphrase_kit_devices_and_keys_change(rooms, device):
    """Each change takes the present passphrase; rotation ends the other sign-ins."""
    one = device()
    one.come_in(rooms.somebody("client", 5))
    _, words = one.start_keys("own")
    account = email_of(None, one)
    one.prove(words)
    one.heading("Your keys are made")
    two = device()
    two.new_device(account, " ".join(words), OWN)
    two.opened()

    one.go("security")
    one.press("Change the passphrase")
    one.page.locator("#current").fill("not this one, no")
    one.page.get_by_label("With a passphrase of your own").check()
    one.page.locator("#passphrase").fill("quite another one, long too")
    one.press("Change it")
    one.page.locator(".problem").wait_for()
    one.page.locator("#current").fill(OWN)
    one.page.locator("#passphrase").fill("quite another one, long too")
    one.press("Change it")
    one.page.get_by_text("The passphrase is changed").wait_for()

    one.page.locator("#minutes").fill("500")
    one.press("Save the time")
    one.page.locator(".problem").wait_for()
    one.page.locator("#minutes").fill("30")
    one.press("Save the time")
    one.page.get_by_text("The time is saved").wait_for()

    rows = one.page.locator("ul.rows > li")
    assert rows.count() >= 2
    one.press("Make new keys")
    one.heading("New keys")
    one.page.locator("#current").fill("quite another one, long too")
    one.page.get_by_label("With a passphrase of your own").check()
    one.page.locator("#passphrase").fill("the third of them, after all")
    one.press("Continue")
    one.heading("Your kit")
    fresh = one.sheet()
    one.prove(fresh)
    one.page.get_by_text("Your new keys are in place").wait_for()
    assert "keys number 2" in one.page.locator("main").inner_text()
    two.go("")
    two.page.get_by_role("link", name="Open my records").wait_for()
    three = device()
    three.new_device(account, " ".join(words), OWN)
    three.page.locator(".problem").wait_for()
    three.new_device(account, " ".join(fresh), "the third of them, after all")
    three.opened()
    three.go("security")
    three.press("Sign out everywhere")
    three.heading("Open your private records")
    one.go("")
    one.page.get_by_role("link", name="Open my records").wait_for()
    three.open_with("the third of them, after all")
    three.opened()
    three.go("security")
    three.press("Forget me on this device")
    three.press("Forget me now")
    three.page.get_by_role("heading", level=1, name="Your private records").wait_for()
    assert three.storage() == []
    assert not (one.faults + two.faults + three.faults)


def test_a_recovery_waits_and_another_device_may_approve(rooms, device):
    """With the kit alone; approved, it takes a new passphrase and gives a new kit."""
    one = device()
    one.come_in(rooms.somebody("client", 6))
    _, words = one.start_keys("own")
    account = email_of(None, one)
    one.prove(words)
    one.heading("Your keys are made")
    lost = device()
    lost.go("recover")
    lost.page.locator("#have-kit").check()
    lost.press("Continue")
    lost.page.locator("#name").fill(account)
    lost.page.locator("#kit").fill(" ".join(words))
    lost.press("Begin")
    lost.heading("Your way back has begun")
    lost.press("Look again")
    lost.heading("Your way back has begun")
    lost.go("people")
    lost.heading("Your way back has begun")
    one.go("")
    one.press("It is me: open it now")
    one.page.get_by_role("button", name="It is me: open it now").wait_for(state="detached")
    lost.press("Look again")
    lost.heading("Your way back is open")
    lost.page.locator("#kit").fill(" ".join(words))
    lost.page.get_by_label("With a passphrase of your own").check()
    lost.page.locator("#passphrase").fill("found again, and not lost")
    lost.press("Continue")
    lost.heading("Your kit")
    fresh = lost.sheet()
    lost.prove(fresh)
    lost.opened()
    lost.lock()
    lost.open_with("found again, and not lost")
    lost.opened()
    assert not (one.faults + lost.faults)


def test_from_the_room_to_the_pool_and_back(rooms, device):
    """A code that works once, posted by a form; the pool's page knows who came, and a link of it leads back."""
    one = device()
    person = rooms.somebody("client", 7)
    one.make_keys(person)
    one.context.clear_cookies()
    one.go("")
    one.page.locator("#leave button").first.click()
    one.page.wait_for_url(rooms.pool + "/**")
    assert person["name"] in one.page.locator("footer").inner_text()
    one.page.goto(f"{rooms.pool}/room")
    one.page.locator("main form button[type=submit]").click()
    one.page.locator("main a.button").click()
    one.opened()
    code = [s for s in rooms.gate.seen if s.name == "POST /enter"][-1]
    assert code.status in (302, 303) and b"code=" in code.body
    assert not one.faults
