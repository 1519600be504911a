// SPDX-License-Identifier: EUPL-1.2

/// Parts of guesses that everybody tries first; a passphrase is judged by what is left without them. The longest comes first.
enum CommonParts {
    static let all = text.split { $0 == " " || $0 == "\n" }.map(String.init).sorted {
        ($1.count, $0) < ($0.count, $1)
    }

    private static let text = """
        abc123 access account admin administrator andrew ashley asdfghjkl autumn banana baseball basketball batman
        buster charlie cheese chocolate coach coaching computer confidant daniel default dragon flower football
        freedom george guest hannah harley hello hunter iloveyou jennifer jessica jordan killer letmein liverpool
        login london love loveme lovely maggie manchester master matthew mentor mentoring michael michelle monkey
        mustang mypassword nicole orange pa55word passphrase passw0rd password pepper pokemon princess private
        purple qazwsx qwerty qwertyuiop rainbow robert samsung secret shadow soccer spring starwars summer sunshine
        superman sweetheart temporary test thomas tigger trustno1 wales welcome whatever william winter yellow
        zxcvbnm january february march april june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday
        """
}
