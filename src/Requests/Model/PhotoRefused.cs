using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>Why a photo is not kept, in words that stand behind 第几张 or its name; and what would be right.</summary>
public sealed record PhotoRefused(Phrase Why, Phrase Advice) : Refusal(RefusalKind.Invalid, "photo_refused", Why)
{
    public static PhotoRefused Heavy => new($"超过{IIncomingPhotos.MostBytes / 1024 / 1024}MB", "请换一张小一些的。");

    public static PhotoRefused Heic => new("是HEIC格式，这里打不开", "请在手机相机设置里选“兼容性最佳”，或先把照片转成JPG再上传。");

    public static PhotoRefused Huge(int width, int height) =>
        new($"有{width}×{height}像素，太大了；最多{PhotoCopy.MostPixels / 10_000}万像素", "请先缩小，或者拍一张普通大小的。");

    public static PhotoRefused Broken => new("不是照片，或者照片已损坏", "只能上传JPG、PNG、WebP格式的照片。");
}
