/// What each metric of ours says, in one line.
enum MetricHelp {
  /// Nil for a name that is none of ours.
  static func text(of name: String) -> String? { texts[name] }

  private static let texts = [
    "stagecraft_crm_failures_total": "Calls to a CRM that failed, by class of failure.",
    "stagecraft_disk_free_bytes": "Free room on the disk of the store.",
    "stagecraft_effects_total": "Effects by kind and outcome: done, dead, retry, superseded.",
    "stagecraft_housekeeping_removed_total": "Rows removed because they had their time, by what they are.",
    "stagecraft_http_request_duration_seconds": "How long answers to requests took, by route.",
    "stagecraft_http_requests_total": "Answered requests by method, route and status.",
    "stagecraft_inbound_rows_total": "Rows of a CRM that came in, by outcome and way.",
    "stagecraft_last_backup_timestamp_seconds": "When the store was last copied, as Unix time.",
    "stagecraft_last_night_timestamp_seconds": "When the last nightly run was finished, as Unix time.",
    "stagecraft_last_poll_timestamp_seconds": "When the last poll of a CRM that went through began, as Unix time.",
    "stagecraft_queue_dead": "Effects that a CRM refused for good.",
    "stagecraft_queue_oldest_seconds": "Age of the oldest effect that is not carried out.",
    "stagecraft_queue_waiting": "Effects that are not carried out.",
    "stagecraft_store_bytes": "Size of the store and its log.",
    "stagecraft_submissions_total": "Submissions by the status of their answer.",
    "stagecraft_webhooks_total": "Webhook calls by outcome: stored, duplicate, refused, malformed, ignored.",
  ]
}
