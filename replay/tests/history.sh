# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2154 # tap.sh sets $replay, $top and $tmp
#
# A git repository of the kernel, whose history is made here: what is bisected.

export GIT_AUTHOR_NAME=replay GIT_AUTHOR_EMAIL=replay GIT_AUTHOR_DATE='2000-01-01 00:00:00 +0000'
export GIT_COMMITTER_NAME=replay GIT_COMMITTER_EMAIL=replay GIT_COMMITTER_DATE='2000-01-01 00:00:00 +0000'

# history_of TREE REPOSITORY: a repository without a work tree, of the source as it was
# released, as its first commit.
history_of()
{
	history=$2
	git init -q --bare "$history"
	git -C "$history" config core.looseCompression 0
	(
		cd "$1"
		export GIT_DIR="$history" GIT_WORK_TREE=.
		git add -A -f . ':(exclude).replay-*' ':(exclude)kernel/replay' ':(exclude)include/linux/replay*.h' \
			':(exclude)arch/um/include/shared/replay_host.h'
		# What hooks have changed, if they were at it.
		if [ -d "$1.released" ]; then
			cd "$1.released"
			find . -type f -printf '%P\0' | git update-index -z --stdin
		fi
	)
	commit "as released"
}

# commit SUBJECT: of what is in the index.
commit()
{
	parent=$(git -C "$history" rev-parse -q --verify HEAD || :)
	git -C "$history" update-ref HEAD "$(git -C "$history" commit-tree -m "$1" \
		${parent:+-p "$parent"} "$(git -C "$history" write-tree)")"
}

# commit_patch SUBJECT [OPTION]... <PATCH
commit_patch()
{
	subject=$1
	shift
	git -C "$history" apply --cached --unidiff-zero "$@"
	commit "$subject"
}

# commit_edit SUBJECT FILE SCRIPT: a file that sed has changed.
commit_edit()
{
	git -C "$history" update-index --cacheinfo "100644,$(
		git -C "$history" show ":$2" | sed "$3" |
			git -C "$history" hash-object -w --stdin),$2"
	commit "$1"
}

# commit_of SUBJECT
commit_of()
{
	git -C "$history" log --format=%H --grep="^$1\$"
}
