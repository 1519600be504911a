// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Web

/// A list of people to import.
struct UploadForm: Form {
    /// A larger body is refused by its announced length, before any of it is read.
    static let bodyLimit = PeopleFile.mostBytes + (64 << 10)

    let bytes: [UInt8]
    let fileName: String

    init(reading fields: inout FieldReader) {
        let value = fields.fields.value("list")
        let file = value?.file
        bytes = file?.bytes ?? []
        let isShowable = value?.isText == true && (file?.name.unicodeScalars.count ?? 0) <= 200
        fileName = isShowable ? file?.name ?? "" : ""
        if bytes.isEmpty { fields.fail("list", "no-file") }
    }
}

/// Which upload is meant: the one that the page showed.
struct UploadChoiceForm: Form {
    let upload: UploadID?

    init(reading fields: inout FieldReader) {
        upload = UploadID(fields.fields.first("upload") ?? "")
    }
}
