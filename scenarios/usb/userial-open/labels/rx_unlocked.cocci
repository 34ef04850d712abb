// A request to receive is about to be queued, and the lock of the port is not held for that. Interrupts are
// off, so that another CPU alone can come between; there is one here, and it has them on.
// File: drivers/usb/gadget/function/u_serial.c
@@
identifier port;
@@
gs_start_rx(struct gs_port *port)
{
<...
spin_unlock(&port->port_lock);
+ local_irq_enable();
+ replay_point(rx_unlocked, REPLAY_OBJECT("port", port));
+ local_irq_disable();
...>
}
