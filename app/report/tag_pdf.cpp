#include "report/tag_pdf.h"

#include <exception>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace myo::report {

namespace {

// Walks the tree of the document's parts in reading order.
void addWords(QPDFObjectHandle part, const std::vector<std::string>& spoken, std::size_t& next) {
    if (!part.isDictionary()) {
        return;
    }
    if (part.getKey("/S").isNameAndEquals("/Figure") && next < spoken.size()) {
        part.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(spoken[next]));
        ++next;
    }
    QPDFObjectHandle children = part.getKey("/K");
    if (children.isArray()) {
        for (QPDFObjectHandle child : children.getArrayAsVector()) {
            addWords(child, spoken, next);
        }
    } else {
        addWords(children, spoken, next);
    }
}

}  // namespace

Result<std::string> completeTags(const std::string& pdf, const std::string& language,
                                 const std::vector<std::string>& spoken) {
    try {
        QPDF file;
        file.processMemoryFile("page", pdf.data(), pdf.size());
        QPDFObjectHandle root = file.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
        root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        std::size_t next = 0;
        addWords(root.getKey("/StructTreeRoot"), spoken, next);
        QPDFWriter writer(file);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    } catch (const std::exception& failure) {
        return Diagnostic{{}, std::string("the page could not be tagged: ") + failure.what(), ""};
    }
}

}  // namespace myo::report
