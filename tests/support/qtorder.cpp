// SPDX-License-Identifier: GPL-3.0-or-later
// Only in builds with ThreadSanitizer. Qt orders what it hands from thread to thread by locks of its own,
// which are not built for ThreadSanitizer: without these stand-ins every queued call and every piece of work
// for a pool looks like a race. Each tells of that order, no more, and calls Qt.

#include <QObject>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

template <class Function>
Function *inQt(const char *mangled)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, mangled));
}

/// A queued call: what was done before it was queued is seen by who calls or drops it.
class OrderedSlot : public QtPrivate::QSlotObjectBase
{
public:
    explicit OrderedSlot(QSlotObjectBase *slot) : QSlotObjectBase(&run), m_slot(slot) {}

private:
    static void run(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *)
    {
        __tsan_acquire(self);
        auto *here = static_cast<OrderedSlot *>(self);
        if (which == Call) {
            here->m_slot->call(receiver, arguments);
            __tsan_release(self); // the thread that queued it may be the last to let it go
        } else if (which == Destroy) {
            here->m_slot->destroyIfLastRef();
            delete here;
        }
    }

    QSlotObjectBase *m_slot;
};

/// Stands for the lock of every pool.
char poolLock;

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    static auto *const original = inQt<decltype(invokeMethodImpl)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto *ordered = new OrderedSlot(slot);
    __tsan_release(ordered);
    return original(object, ordered, type, result);
}

void QThreadPool::start(std::function<void()> work, int priority)
{
    static auto *const original =
        inQt<void(QThreadPool *, std::function<void()>, int)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    std::function<void()> ordered = [work = std::move(work)] {
        __tsan_acquire(&poolLock);
        work();
    };
    __tsan_release(&poolLock);
    original(this, std::move(ordered), priority);
}
