using System.Net;
using SkiaSharp;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Hostile;

namespace Suiying.Tests.Requests;

public sealed class ResidentPhotoTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_photo_is_kept_upright_smaller_and_without_what_the_camera_wrote()
    {
        using var browser = app.Visitor();
        // Orientation 6: the camera was held upright, the picture lies on its side.
        var page = await browser.Describe(photos: [WithExif(Photo(2400, 1200), orientation: 6)]);
        Assert.Equal("/submit/place", page.Address.AbsolutePath);
        var bytes = await Kept(browser, 0);
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-GPS", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var picture = SKBitmap.Decode(bytes);
        Assert.Equal((800, 1600), (picture.Width, picture.Height));
        // The left half was red; turned to the right, the upper half is.
        Assert.True(picture.GetPixel(400, 200).Red > 200 && picture.GetPixel(400, 200).Blue < 90);
        Assert.True(picture.GetPixel(400, 1400).Blue > 200 && picture.GetPixel(400, 1400).Red < 90);
    }

    [Fact]
    public async Task A_sixth_photo_is_refused()
    {
        using var browser = app.Visitor();
        var six = Enumerable.Range(1, 6).Select(i => Photo(40 + i, 40)).ToArray();
        var refused = await browser.Describe(photos: six);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        await browser.Describe(photos: six[..4]);
        Assert.Equal(4, (await browser.Get("/submit")).All(".upload-list img").Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Describe(photos: six[4..])).Status);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused()
    {
        using var browser = app.Visitor();
        byte[][] hostile =
        [
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
            "GIF89a"u8.ToArray(),
            [0xFF, 0xD8, 0xFF, 0xE0, 0x00],
            [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8],
            Nasty.HugePicture(),
        ];
        foreach (var bytes in hostile)
        {
            var refused = await browser.Describe(photos: [Photo(30, 30), bytes]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal(ResidentWalk.Text, refused.Find("textarea").TextContent);
        }
        Assert.Empty((await browser.Get("/submit")).All(".upload-list img"));
    }

    [Fact]
    public async Task Bytes_behind_the_picture_do_not_survive()
    {
        using var browser = app.Visitor();
        await browser.Describe(
            photos:
            [
                [.. Photo(50, 50), .. "<script>PK\x03\x04</script>"u8],
            ]
        );
        Assert.DoesNotContain("<script>", System.Text.Encoding.Latin1.GetString(await Kept(browser, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_taken_out_again_and_the_text_stays()
    {
        using var browser = app.Visitor();
        await browser.Describe(photos: [Photo(31, 30), Photo(32, 30)]);
        var page = await browser.Get("/submit");
        var file = page.Find("button[name=remove]").GetAttribute("value")!;
        var without = await page.Submit("form[action='/submit']", ("remove", file), ("text", "改过的说法，还没有提交"));
        Assert.Single(without.All(".upload-list img"));
        Assert.Equal("改过的说法，还没有提交", without.Find("textarea").TextContent);
    }

    [Fact]
    public async Task A_photo_opens_only_with_its_own_fresh_proof()
    {
        using var browser = app.Visitor();
        await browser.Describe(photos: [Photo(41, 30), Photo(42, 30)]);
        var addresses = (await browser.Get("/submit")).All(".upload-list img").Select(i => i.GetAttribute("src")!).ToList();
        var (first, second) = (addresses[0].Split('?'), addresses[1].Split('?'));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(addresses[0])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(first[0])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{first[0]}?{second[1]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{first[0]}?t=nonsense")).Status);
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(addresses[0])).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Every_way_to_hold_a_camera_is_set_upright(int orientation)
    {
        using var picture = SKBitmap.Decode(PhotoCopy.Of(WithExif(Photo(120, 60), orientation)));
        Assert.Equal(orientation >= 5 ? (60, 120) : (120, 60), (picture.Width, picture.Height));
        // Where the red left half of the stored picture belongs.
        var (x, y) = orientation switch
        {
            1 or 4 => (20, 30),
            2 or 3 => (100, 30),
            5 or 6 => (30, 20),
            _ => (30, 100),
        };
        Assert.True(picture.GetPixel(x, y).Red > 200);
    }

    private static async Task<byte[]> Kept(Browser browser, int index)
    {
        var page = await browser.Get("/submit");
        var address = page.All(".upload-list img")[index].GetAttribute("src")!;
        return await browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    /// <summary>Left half red, right half blue.</summary>
    internal static byte[] Photo(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, red);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    /// <summary>Puts an EXIF block with an orientation and something private behind the first marker.</summary>
    private static byte[] WithExif(byte[] jpeg, int orientation)
    {
        byte[] tiff =
        [
            .. "II"u8,
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            0x01,
            3,
            0,
            1,
            0,
            0,
            0,
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            .. "SECRET-GPS"u8,
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = body.Length + 2;
        return [jpeg[0], jpeg[1], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. jpeg[2..]];
    }
}
