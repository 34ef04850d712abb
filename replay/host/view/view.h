/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The commands of 'view', which the scripts call to show runs. Each is a function that gets the
 * arguments behind its name, and returns the exit status. The scripts parse the user's options.
 */
#ifndef VIEW_H
#define VIEW_H

#include "text.h"

int view_timeline(int argc, char **argv);
int view_lanes(int argc, char **argv);
int view_stacks(int argc, char **argv);
int view_modules(int argc, char **argv);
int view_step(int argc, char **argv);
int view_diff(int argc, char **argv);
int view_both(int argc, char **argv);
int view_table(int argc, char **argv);
int view_matrix(int argc, char **argv);
int view_cells(int argc, char **argv);
int view_words(int argc, char **argv);
int view_outcome(int argc, char **argv);
int view_differs(int argc, char **argv);
int view_defined(int argc, char **argv);
int view_value(int argc, char **argv);
int view_failed(int argc, char **argv);
int view_config_needs(int argc, char **argv);
int view_points(int argc, char **argv);
int view_contexts(int argc, char **argv);
int view_inlined(int argc, char **argv);
int view_frames(int argc, char **argv);
int view_plumbing(int argc, char **argv);
int view_report(int argc, char **argv);
int view_said(int argc, char **argv);
int view_without(int argc, char **argv);
int view_steps(int argc, char **argv);
int view_called(int argc, char **argv);
int view_shared(int argc, char **argv);
int view_progress(int argc, char **argv);
int view_judge(int argc, char **argv);
int view_why(int argc, char **argv);
int view_stamp(int argc, char **argv);
int view_schedule(int argc, char **argv);
int view_verbs(int argc, char **argv);
int view_here(int argc, char **argv);
int view_nearest(int argc, char **argv);
int view_nearest_of(int argc, char **argv);
int view_pack(int argc, char **argv);
int view_unpack(int argc, char **argv);

void view_print(const struct text *text);

#endif /* VIEW_H */
