// The last writer of a file of f2fs closes it, and is going to abort its atomic write.
// File: fs/f2fs/file.c
@@
identifier inode, filp;
@@
f2fs_release_file(struct inode *inode, struct file *filp)
{
...
if (!(filp->f_mode & FMODE_WRITE) || atomic_read(&inode->i_writecount) != 1)
	return 0;
+ replay_point(f2fs_release_aborts, REPLAY_OBJECT("inode", inode));
...
}
