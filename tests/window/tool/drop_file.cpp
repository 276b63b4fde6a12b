// Lets a file fall on a window as a file manager would: drop_file WINDOW X Y PATH. The source's side of the X drag and
// drop protocol, version 5 (freedesktop.org). Ends with 0 once the window has taken the file.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <X11/Xatom.h>
#include <X11/Xlib.h>

namespace {

struct Drag {
    Display* display;
    Window source;
    Window target;
    std::string list;  // text/uri-list

    [[nodiscard]] Atom atom(const char* name) const { return XInternAtom(display, name, False); }

    void tell(const char* what, long a, long b, long c, long d) const {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target;
        event.xclient.message_type = atom(what);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(source);
        event.xclient.data.l[1] = a;
        event.xclient.data.l[2] = b;
        event.xclient.data.l[3] = c;
        event.xclient.data.l[4] = d;
        XSendEvent(display, target, False, NoEventMask, &event);
        XFlush(display);
    }

    void answer(const XSelectionRequestEvent& request) const {
        XChangeProperty(display, request.requestor, request.property, request.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(list.data()), static_cast<int>(list.size()));
        XEvent event{};
        event.xselection.type = SelectionNotify;
        event.xselection.requestor = request.requestor;
        event.xselection.selection = request.selection;
        event.xselection.target = request.target;
        event.xselection.property = request.property;
        event.xselection.time = request.time;
        XSendEvent(display, request.requestor, False, NoEventMask, &event);
        XFlush(display);
    }

    // The window answers the position with a status, fetches the data after the drop, and says when it is done.
    [[nodiscard]] bool run(long place) const {
        XSetSelectionOwner(display, atom("XdndSelection"), source, CurrentTime);
        tell("XdndEnter", 5L << 24, static_cast<long>(atom("text/uri-list")), 0, 0);
        tell("XdndPosition", 0, place, CurrentTime, static_cast<long>(atom("XdndActionCopy")));
        for (;;) {
            XEvent event;
            XNextEvent(display, &event);
            if (event.type == SelectionRequest) {
                answer(event.xselectionrequest);
            } else if (event.type == ClientMessage && event.xclient.message_type == atom("XdndStatus")) {
                if ((event.xclient.data.l[1] & 1) == 0) {
                    return false;
                }
                tell("XdndDrop", 0, CurrentTime, 0, 0);
            } else if (event.type == ClientMessage && event.xclient.message_type == atom("XdndFinished")) {
                return event.xclient.data.l[1] != 0;  // GLFW 3.3 tells a length, not the flag
            }
        }
    }
};

}  // namespace

int main(int count, char** arguments) {
    Display* display = count == 5 ? XOpenDisplay(nullptr) : nullptr;
    if (display == nullptr) {
        std::fputs("drop_file WINDOW X Y PATH, on an X display\n", stderr);
        return 2;
    }
    const Window source = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
    const Drag drag{display, source, std::strtoul(arguments[1], nullptr, 0),
                    std::string("file://") + arguments[4] + "\r\n"};
    const bool taken = drag.run((std::atol(arguments[2]) << 16) | std::atol(arguments[3]));
    XCloseDisplay(display);
    return taken ? 0 : 1;
}
