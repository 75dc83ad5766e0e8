#include "StarterPlaybook.h"

// Each file once more, by name: the test of the house holds this list against the folders.
#define STARTER_FILES(FILE) \
  FILE(prospecting, "assessments/prospecting.yaml") \
  FILE(discovery, "assessments/discovery.yaml") \
  FILE(demo, "assessments/demo.yaml") \
  FILE(sales_feedback, "assessments/sales-feedback.yaml") \
  FILE(records, "rules/records.yaml") \
  FILE(pipeline, "rules/pipelines/opportunities.yaml") \
  FILE(facts, "rules/facts.yaml") \
  FILE(promotion, "rules/promotion.rules") \
  FILE(attention, "rules/attention.rules") \
  FILE(policy, "rules/policy.yaml") \
  FILE(deals, "rules/examples/deals.csv") \
  FILE(mapping, "rules/examples/mapping.yaml") \
  FILE(answers, "rules/examples/demo-answers.yaml") \
  FILE(prospecting_answers, "rules/examples/prospecting-answers.yaml")

static const uint8_t prospecting[] = {
#embed "../../assessments/prospecting.yaml"
};
static const uint8_t discovery[] = {
#embed "../../assessments/discovery.yaml"
};
static const uint8_t demo[] = {
#embed "../../assessments/demo.yaml"
};
static const uint8_t sales_feedback[] = {
#embed "../../assessments/sales-feedback.yaml"
};
static const uint8_t records[] = {
#embed "../../rules/records.yaml"
};
static const uint8_t pipeline[] = {
#embed "../../rules/pipelines/opportunities.yaml"
};
static const uint8_t facts[] = {
#embed "../../rules/facts.yaml"
};
static const uint8_t promotion[] = {
#embed "../../rules/promotion.rules"
};
static const uint8_t attention[] = {
#embed "../../rules/attention.rules"
};
static const uint8_t policy[] = {
#embed "../../rules/policy.yaml"
};
static const uint8_t deals[] = {
#embed "../../rules/examples/deals.csv"
};
static const uint8_t mapping[] = {
#embed "../../rules/examples/mapping.yaml"
};
static const uint8_t answers[] = {
#embed "../../rules/examples/demo-answers.yaml"
};
static const uint8_t prospecting_answers[] = {
#embed "../../rules/examples/prospecting-answers.yaml"
};

#define ENTRY(NAME, PATH) {PATH, NAME, sizeof NAME},
static const struct starter_file files[] = {STARTER_FILES(ENTRY)};

size_t starter_file_count(void) { return sizeof files / sizeof files[0]; }

struct starter_file starter_file_at(size_t place) {
  size_t last = starter_file_count() - 1;
  return files[place < last ? place : last];
}
