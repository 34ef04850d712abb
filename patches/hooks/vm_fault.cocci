// A fault of the kernel where it maps what it has allocated is that of a page which the host does not
// map yet. Where there is no such page, as in the code of a module that has gone, it would be so for
// ever: it is a fault as any other.
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
