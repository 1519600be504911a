// SPDX-License-Identifier: EUPL-1.2
#include "confidant_smtp.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct confidant_smtp {
    CURL *curl;
    const unsigned char *rest;
    size_t left;
    confidant_smtp_result result;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void init(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

confidant_smtp *confidant_smtp_open(void) {
    pthread_once(&once, init);
    confidant_smtp *sender = calloc(1, sizeof *sender);
    if (!sender) return NULL;
    sender->curl = curl_easy_init();
    if (!sender->curl) {
        free(sender);
        return NULL;
    }
    return sender;
}

void confidant_smtp_close(confidant_smtp *sender) {
    if (!sender) return;
    curl_easy_cleanup(sender->curl);
    free(sender);
}

static size_t give(char *buffer, size_t size, size_t count, void *context) {
    confidant_smtp *sender = context;
    size_t room = size * count;
    size_t part = sender->left < room ? sender->left : room;
    memcpy(buffer, sender->rest, part);
    sender->rest += part;
    sender->left -= part;
    return part;
}

// Keeps the enhanced status of a refusal such as "550 5.1.1 …": digits and dots only, nothing of its words.
static void note_status(confidant_smtp_result *result, const char *line, size_t length) {
    if (length < 9 || (line[0] != '4' && line[0] != '5') || (line[3] != ' ' && line[3] != '-')) return;
    size_t used = 0;
    int dots = 0;
    for (size_t i = 4; i < length && used < sizeof result->status - 1; i++) {
        char c = line[i];
        if (c == '.') dots++;
        else if (c < '0' || c > '9') break;
        result->status[used++] = c;
    }
    result->status[dots == 2 ? used : 0] = 0;
}

static int listen_in(CURL *curl, curl_infotype type, char *data, size_t length, void *context) {
    (void)curl;
    confidant_smtp_result *result = &((confidant_smtp *)context)->result;
    if (type == CURLINFO_HEADER_OUT && length >= 4) {
        confidant_smtp_stage before = result->stage;
        if (!memcmp(data, "MAIL", 4)) result->stage = CONFIDANT_SMTP_MAIL;
        else if (!memcmp(data, "RCPT", 4)) result->stage = CONFIDANT_SMTP_RCPT;
        else if (!memcmp(data, "DATA", 4)) result->stage = CONFIDANT_SMTP_DATA;
        if (result->stage != before) result->status[0] = 0;
    } else if (type == CURLINFO_HEADER_IN) {
        note_status(result, data, length);
    }
    return 0;
}

static confidant_smtp_failure kind(CURLcode code) {
    switch (code) {
    case CURLE_OK: return CONFIDANT_SMTP_OK;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return CONFIDANT_SMTP_RESOLVE;
    case CURLE_COULDNT_CONNECT: return CONFIDANT_SMTP_CONNECT;
    case CURLE_OPERATION_TIMEDOUT: return CONFIDANT_SMTP_TIMEOUT;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return CONFIDANT_SMTP_TLS;
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR: return CONFIDANT_SMTP_LOGIN;
    case CURLE_SEND_ERROR:
    case CURLE_WEIRD_SERVER_REPLY: return CONFIDANT_SMTP_REPLY;
    default: return CONFIDANT_SMTP_OTHER;
    }
}

confidant_smtp_result confidant_smtp_send(confidant_smtp *sender, const confidant_smtp_request *request) {
    CURL *curl = sender->curl;
    sender->rest = request->message;
    sender->left = request->length;
    memset(&sender->result, 0, sizeof sender->result);

    curl_easy_reset(curl);  // keeps open connections
    struct curl_slist *recipients = curl_slist_append(NULL, request->to);
    if (!recipients) {
        sender->result.failure = CONFIDANT_SMTP_OTHER;
        return sender->result;
    }
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_URL, request->url);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (request->ca_file) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, request->ca_file);
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
    }
    if (request->user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, request->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, request->password ? request->password : "");
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, request->from);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, sender);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)request->length);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, request->connect_timeout);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, request->timeout);
    curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, 30L);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);  // for the stage; nothing is printed
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen_in);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, sender);

    CURLcode code = curl_easy_perform(curl);
    sender->result.failure = kind(code);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &sender->result.reply);
    curl_slist_free_all(recipients);
    return sender->result;
}
