# SPDX-License-Identifier: EUPL-1.2
"""`serve` refuses a schema that is not its own and names what to do; `migrate` brings an older one to date."""
import house


def serve(data, folder):
    house.run("keys", "init", "--keys", str(folder / "keys"))
    return house.run("serve", "--database", data.address, "--keys", str(folder / "keys"), "--listen", "127.0.0.1:0")


def test_schema_of_another_version(data, tmp_path):
    newest, checksum = data.query("SELECT name, checksum FROM schema_migration ORDER BY name DESC LIMIT 1")[0]

    data.query("INSERT INTO schema_migration (name, checksum, applied_at) VALUES ('209901010000_later', 'x', '2099-01-01T00:00:00.000Z')")
    told = serve(data, tmp_path)
    assert told.returncode == 2 and told.stderr.startswith("schema.ahead: ") and len(told.stderr.splitlines()) == 1
    assert house.run("migrate", "--database", data.address).returncode != 0
    data.query("DELETE FROM schema_migration WHERE name = '209901010000_later'")

    data.query(f"UPDATE schema_migration SET checksum = 'x' WHERE name = '{newest}'")
    told = serve(data, tmp_path)
    assert told.returncode == 2 and told.stderr.startswith("schema.changed: ")
    data.query(f"UPDATE schema_migration SET checksum = '{checksum}' WHERE name = '{newest}'")

    data.query(f"DELETE FROM schema_migration WHERE name = '{newest}'")
    told = serve(data, tmp_path)
    assert told.returncode == 2 and told.stderr.startswith("schema.behind: ")
    assert "confidant migrate --database " in told.stderr and "@" not in told.stderr


def test_empty_and_missing(tmp_path):
    empty = house.Data(str(tmp_path / "empty.sqlite"))
    told = serve(empty, tmp_path)
    assert told.returncode == 2 and "confidant migrate --database " in told.stderr
    assert house.run("migrate", "--database", empty.address).returncode == 0
    nowhere = house.Data(str(tmp_path / "no" / "folder" / "x.sqlite"))
    told = serve(nowhere, tmp_path)
    assert told.returncode == 2 and len(told.stderr.splitlines()) == 1
    unreachable = house.Data(f"postgres://nobody@/none?host={tmp_path}")
    told = serve(unreachable, tmp_path)
    assert told.returncode == 2 and told.stderr.startswith("database.unavailable")
