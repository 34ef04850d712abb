// If the kernel faults in the vmalloc area, user-mode Linux assumes that the host only does not map
// the page yet. Where there is no such page, as in the code of an unloaded module, it would fault
// for ever. Treat that as any other fault.
// File: arch/um/kernel/trap.c
// Needed-for: start_vm
@@
identifier address;
symbol end_vm;
@@
segv(...)
{
<...
- address < end_vm
+ address < end_vm && virt_to_pte(&init_mm, address) && pte_present(*virt_to_pte(&init_mm, address))
...>
}
