/* SPDX-License-Identifier: GPL-2.0 */
/* Sockets in a map of BPF: what comes to one of them is handed to another. */
#ifndef SOCKMAP_H
#define SOCKMAP_H

/* The two ends of a connection over loopback. */
void tcp_pair(int ends[2]);

/*
 * A map. What comes to a socket in it is sent by the socket at key 0; with BPF_F_INGRESS (1) in
 * @flags that one receives it.
 */
int sockmap(unsigned int flags);
void sockmap_put(int map, unsigned int key, int fd);

#endif /* SOCKMAP_H */
