// A transport is registered, and the lock is given back.
// File: net/vmw_vsock/af_vsock.c
@@
identifier features;
@@
vsock_core_register(..., int features)
{
<...
mutex_unlock(&vsock_register_mutex);
+ replay_point(transport_registered, REPLAY_VALUE("features", features));
...>
}
