/* Checks of pages and of the comparison. */
#include "checks.h"
#include "problem_codes.h"

#include <string.h>

static void check_table(const struct table *table, struct problems *problems)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct table_row *row = &table->rows[i];
        if (row->cell_count > 0 && row->cell_count != table->column_count) {
            struct problem *problem = report(problems, CELLS, row->cells[0].place,
                                             "this row must have %zu cells, one for each column, but has %zu",
                                             table->column_count, row->cell_count);
            problem->hint = "the row begins here";
            problem->fix = "write one text for each column; the first names the row";
        }
    }
}

void check_page(const struct page *page, struct problems *problems)
{
    for (size_t i = 0; i < page->block_count; i++) {
        if (page->blocks[i].kind == BLOCK_TABLE && page->blocks[i].table != NULL) {
            check_table(page->blocks[i].table, problems);
        }
    }
    if (page->means_safety && page->reviewer == NULL) {
        report(problems, REVIEWER, page->place, "this page has means_safety but no reviewer")->fix =
            "add the name of the clinician who checked it   reviewer: \"…\"";
    }
}

static void check_columns(const struct compare *compare, struct problems *problems)
{
    size_t featured = 0;
    for (size_t i = 0; i < compare->column_count; i++) {
        const struct compare_column *column = &compare->columns[i];
        for (size_t k = 0; k < i; k++) {
            const char *other = compare->columns[k].id;
            if (column->id != NULL && other != NULL && strcmp(column->id, other) == 0) {
                report(problems, ID_TWICE, column->title.place, "the column id '%s' is used twice", column->id);
            }
        }
        featured += column->featured;
        if (column->featured && featured == 2) {
            report(problems, CELLS, column->title.place, "a second column is featured, but only one can stand out")
                ->fix = "take 'featured: true' away from one of them";
        }
    }
}

void check_compare(const struct compare *compare, struct problems *problems)
{
    check_columns(compare, problems);
    for (size_t i = 0; i < compare->row_count; i++) {
        const struct compare_row *row = &compare->rows[i];
        if (row->cell_count > 0 && row->cell_count != compare->column_count) {
            report(problems, CELLS, row->title.place,
                   "the row '%s' must have %zu cells, one for each column, but has %zu", row->id != NULL ? row->id : "",
                   compare->column_count, row->cell_count)
                ->fix = "write one cell for each column, in the same order";
        }
        for (size_t k = 0; k < i; k++) {
            const char *other = compare->rows[k].id;
            if (row->id != NULL && other != NULL && strcmp(row->id, other) == 0) {
                report(problems, ID_TWICE, row->title.place, "the row id '%s' is used twice", row->id);
            }
        }
    }
}
