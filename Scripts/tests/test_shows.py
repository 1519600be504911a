# SPDX-License-Identifier: EUPL-1.2
"""Scripts/shows on small trees of its own. Run: python3 -m unittest discover Scripts/tests"""

import contextlib
import importlib.machinery
import importlib.util
import io
import json
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / "shows"
LOADER = importlib.machinery.SourceFileLoader("shows", str(SCRIPT))
SPEC = importlib.util.spec_from_loader("shows", LOADER)
shows = importlib.util.module_from_spec(SPEC)
LOADER.exec_module(shows)

REGISTRY = """
package enum Control: String {
    case code = "CODE"
    case serviceType = "SERVICE-TYPE"
    case vault = "VAULT"
}
"""
REGISTER = '{"global/2018": ["GLOBAL-1.2"], "wme/undated": ["WME-6.2"]}'


class ShowsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.put(shows.REGISTRY, REGISTRY)
        self.put(shows.REGISTER, REGISTER)
        (self.root / shows.TESTS).mkdir(exist_ok=True)

    def put(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def entries(self, text, name="Tests/A/ATests.swift"):
        self.put(name, text)
        return [
            (entry["test"], entry["controls"], entry["clauses"]) for entry in json.loads(shows.index(self.root))
        ]

    def run_script(self, *arguments):
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors):
            status = shows.main(list(arguments), self.root)
        return status, errors.getvalue()

    def fault(self, text, name="Tests/A/ATests.swift"):
        self.put(name, text)
        with self.assertRaises(shows.Fault) as caught:
            shows.index(self.root)
        return str(caught.exception)

    def test_controls_and_clauses_are_read_with_the_name_of_the_test(self):
        found = self.entries(
            """
            @Test("It holds", .shows(.code, .serviceType), .shows(clause: "WME-6.2"), arguments: [1, 2])
            func holds() {}
            @Test("Nothing is claimed here") func nothing() {}
            @Test(
                "Over (several) lines, with brackets",
                .shows(
                    .vault
                )
            )
            func lines() {}
            """
        )
        self.assertEqual(
            found,
            [
                ("It holds", ["CODE", "SERVICE-TYPE"], ["WME-6.2"]),
                ("Over (several) lines, with brackets", ["VAULT"], []),
            ],
        )

    def test_a_test_without_a_title_goes_by_its_function(self):
        found = self.entries(
            """
            @Test(.shows(.code))
            @MainActor func plain() async throws {}
            @Test(.shows(.vault)) func `said in words`() {}
            """
        )
        self.assertEqual([name for name, _, _ in found], ["plain", "said in words"])

    def test_comments_and_texts_claim_nothing(self):
        found = self.entries(
            '''
            // @Test("Out", .shows(.code)) func out() {}
            /* @Test("Out", .shows(.code)) /* nested */ func out() {} */
            let text = "@Test(.shows(.code)) \\(call("@Test(.shows(.code))")) func"
            let raw = #"a " @Test(.shows(.code)) func "#
            let long = """
                @Test("Out", .shows(.code)) func " out
                """
            @Test("A name with // and /* in it", .shows(.vault)) func inside() {}
            '''
        )
        self.assertEqual(found, [("A name with // and /* in it", ["VAULT"], [])])

    def test_unknown_names_are_refused_with_file_and_line(self):
        self.assertEqual(
            self.fault('\n@Test("x", .shows(.codex)) func x() {}'), "Tests/A/ATests.swift:2: there is no control .codex"
        )
        self.assertEqual(
            self.fault('@Test("x", .shows(clause: "GLOBAL-9")) func x() {}'),
            "Tests/A/ATests.swift:1: no pack has a clause GLOBAL-9",
        )

    def test_what_cannot_be_read_from_the_source_is_refused(self):
        for text in (
            '@Test("x", .shows(clause: name)) func x() {}',
            '@Test("x", .shows(clause: "GLOBAL-1.2" + suffix)) func x() {}',
            '@Test("x", .shows(control)) func x() {}',
            '@Test("x", .shows()) func x() {}',
            '@Suite(.shows(.code)) struct S {}',
            'let trait: Shows = .shows(.code)',
            '@Test("x", Shows.shows(.code)) func x() {}',
        ):
            self.assertIn("Tests/A/ATests.swift:1:", self.fault(text), text)

    def test_a_disabled_test_shows_nothing(self):
        self.assertIn("disabled", self.fault('@Test("x", .disabled("later"), .shows(.code)) func x() {}'))

    def test_all_faults_are_told_at_once(self):
        self.put("Tests/A.swift", '@Test("x", .shows(.codex)) func x() {}')
        self.put("Tests/B.swift", '@Test("x", .shows(.codey)) func x() {}')
        status, errors = self.run_script("--write")
        self.assertEqual(status, 1)
        self.assertEqual(len(errors.splitlines()), 2)
        self.assertFalse((self.root / shows.INDEX).exists())

    def test_browser_tests_say_it_in_a_comment(self):
        found = self.entries(
            "# shows: VAULT, GLOBAL-1.2\n# why\n@slow\nasync def test_sealed(page):\n    pass\n\n"
            "def test_other():\n    pass\n",
            "Tests/Browser/test_notes.py",
        )
        self.assertEqual(found, [("test_sealed", ["VAULT"], ["GLOBAL-1.2"])])
        self.put("Tests/Browser/notes.test.mjs", '// shows: CODE\ntest("Sealed first", () => {})\n')
        self.assertEqual(len(json.loads(shows.index(self.root))), 2)

    def test_a_comment_before_no_test_is_refused(self):
        self.assertIn("test_a.py:2", self.fault("# shows: VAULT\nx = 1\n", "Tests/test_a.py"))
        self.assertIn("nothing", self.fault("# shows: VAULT\n", "Tests/test_a.py"))
        self.assertIn("VAULTS", self.fault("# shows: VAULTS\ndef test_x(): pass\n", "Tests/test_a.py"))

    def test_check_fails_until_the_index_is_written_and_again_after_a_change(self):
        self.put("Tests/A.swift", '@Test("x", .shows(.code)) func x() {}')
        self.assertEqual(self.run_script("--check")[0], 1)
        self.put(shows.INDEX, "[]\n")
        self.assertEqual(self.run_script("--check")[0], 1)
        self.assertEqual(self.run_script("--write")[0], 0)
        self.assertEqual(self.run_script("--check"), (0, ""))
        self.put("Tests/A.swift", '@Test("y", .shows(.code)) func x() {}')
        self.assertEqual(self.run_script("--check")[0], 1)

    def test_a_doc_comment_that_names_no_clause_is_refused(self):
        path = "Sources/Features/A/Rule.swift"
        self.put(path, "/// Refuses.\n/// Ethics: wme/WME-6.2, global/GLOBAL-1.2\nfunc a() {}\n")
        self.assertEqual(shows.index(self.root), "[]\n")
        for name in ("wme/WME-6.9", "global/WME-6.2", "WME-6.2"):
            self.put(path, f"/// Refuses.\n    /// Ethics: wme/WME-6.2, {name}\nfunc a() {{}}\n")
            with self.assertRaises(shows.Fault) as caught:
                shows.index(self.root)
            self.assertEqual(str(caught.exception), f"{path}:2: no pack has a clause {name}")

    def test_a_tree_without_claims_has_an_empty_list(self):
        self.assertEqual(shows.index(self.root), "[]\n")

    def test_the_index_is_sorted_one_test_a_line(self):
        self.put("Tests/B.swift", '@Test("b", .shows(.code)) func x() {}')
        self.put("Tests/A.swift", '@Test("z", .shows(.code)) func z() {}\n@Test("a", .shows(.code)) func a() {}')
        lines = shows.index(self.root).splitlines()
        self.assertEqual([lines[0], lines[-1]], ["[", "]"])
        self.assertEqual([json.loads(line.rstrip(","))["test"] for line in lines[1:-1]], ["a", "z", "b"])


if __name__ == "__main__":
    unittest.main()
