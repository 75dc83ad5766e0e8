#pragma once
#include <curl/curl.h>
#include <sys/socket.h>

// Swift imports no C variadics and none of curl's macro-wrapped setters, so each kind of argument gets one function.

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value);
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
/// Copies the bytes; their count must have been set before with CURLOPT_POSTFIELDSIZE_LARGE.
CURLcode ccurl_set_body(CURL *easy, const void *bytes);

typedef size_t (*ccurl_bytes_function)(char *bytes, size_t size, size_t count, void *context);
CURLcode ccurl_set_on_body(CURL *easy, ccurl_bytes_function function, void *context);
CURLcode ccurl_set_on_header(CURL *easy, ccurl_bytes_function function, void *context);

/// Asked before each connection attempt, with the resolved address; answers a new socket or CURL_SOCKET_BAD.
typedef curl_socket_t (*ccurl_socket_function)(void *context, int family, int type, int protocol,
                                               const struct sockaddr *address, unsigned int length);
/// What `function` and `context` are must outlive the transfer: the pair itself is kept by the caller.
struct ccurl_socket_opener {
  ccurl_socket_function function;
  void *context;
};
CURLcode ccurl_set_on_socket(CURL *easy, struct ccurl_socket_opener *opener);

CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
/// The next finished transfer, or 0: CURLMsg holds a union that Swift reads badly.
int ccurl_next_finished(CURLM *multi, CURL **easy, CURLcode *result);
/// CURL_GLOBAL_DEFAULT and CURL_SOCKET_BAD are macros that Swift does not import.
CURLcode ccurl_global_init(void);
curl_socket_t ccurl_bad_socket(void);
