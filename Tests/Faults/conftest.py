# SPDX-License-Identifier: EUPL-1.2
import pytest

import house


@pytest.fixture(scope="session")
def cluster():
    made = house.Cluster()
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgres"])
def data(request, tmp_path):
    """A database with the demonstration's people in it, on each engine."""
    if request.param == "sqlite":
        made = house.Data(str(tmp_path / "pool.sqlite"))
    else:
        cluster = request.getfixturevalue("cluster")
        made = house.Data(cluster.database(), cluster)
    (tmp_path / "demo").mkdir()
    house.seed(made, tmp_path / "demo")
    return made
