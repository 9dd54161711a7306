using Suiying.Kernel;

namespace Suiying.Design.Documents;

/// <summary>A PDF needs a font with Chinese characters, and this machine has none.</summary>
public sealed record NoFontForPdf()
    : Refusal(
        RefusalKind.Conflict,
        "no_font",
        "这台服务器没有中文字体，生成不了 PDF。请系统管理员安装软件包 fonts-noto-cjk；Word 和 Excel 照常可用。"
    );
