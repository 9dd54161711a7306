using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>Why a photo is not kept, in words that stand behind 第几张 or its name; and what would be right.</summary>
public abstract record PhotoRefused(string Code, Phrase Text, Phrase Advice) : Refusal(RefusalKind.Invalid, Code, Text);

public sealed record PhotoHeavy() : PhotoRefused("photo_heavy", $"超过{IIncomingPhotos.MostBytes / 1024 / 1024}MB", "请换一张小一些的。");

public sealed record PhotoHeic()
    : PhotoRefused("photo_heic", "是HEIC格式，这里打不开", "请在手机相机设置里选“兼容性最佳”，或先把照片转成JPG再上传。");

public sealed record PhotoHuge(int Width, int Height)
    : PhotoRefused(
        "photo_huge",
        $"有{Width}×{Height}像素，太大了；最多{PhotoCopy.MostPixels / 10_000}万像素",
        "请先缩小，或者拍一张普通大小的。"
    );

public sealed record PhotoBroken() : PhotoRefused("photo_broken", "不是照片，或者照片已损坏", "只能上传JPG、PNG、WebP格式的照片。");
