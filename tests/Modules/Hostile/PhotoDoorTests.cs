using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using SkiaSharp;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Channels;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Hostile;

/// <summary>A tiny file that claims 60,000 × 60,000 pixels would be 14 GB once decoded. Every door that takes photos reads its head and says no.</summary>
public sealed class PhotoDoorTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const long MostGrowth = 150L * 1024 * 1024;
    private const string Said = "60000×60000像素";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_page_of_the_form_refuses_it_by_its_head()
    {
        using var browser = app.Visitor();
        var before = Peak();
        for (var i = 0; i < 5; i++)
        {
            var refused = await browser.Describe(photos: [Nasty.HugePicture()]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(Said, refused.Says("main"), StringComparison.Ordinal);
        }
        Assert.InRange(Grown(before), 0, MostGrowth);
    }

    [Fact]
    public async Task Added_facts_refuse_it()
    {
        using var browser = app.Visitor();
        var (_, number, code) = await browser.SubmitWhole();
        var page = await browser.Track(number, code);
        var before = Peak();
        using var form = new MultipartFormDataContent();
        foreach (
            var (name, value) in new[]
            {
                ("__RequestVerificationToken", page.Token!),
                ("_handler", "track"),
                ("number", number),
                ("code", code),
                ("act", "facts"),
                ("facts", "补一张照片。"),
            }
        )
            form.Add(new StringContent(value), name);
        form.Add(Picture(), "photos", "photo.png");
        var refused = await browser.Post("/track", form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(Said, refused.Says("main"), StringComparison.Ordinal);
        Assert.InRange(Grown(before), 0, MostGrowth);
    }

    [Fact]
    public async Task Open311_refuses_it()
    {
        using var client = new Client(app);
        var key = (await client.NewKey()).Secret;
        var before = Peak();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Client.Form(key))
            form.Add(new StringContent(value), name);
        form.Add(Picture(), "media", "photo.png");
        var refused = await client.Post("requests.json", form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(Said, refused.Text, StringComparison.Ordinal);
        Assert.InRange(Grown(before), 0, MostGrowth);
    }

    /// <summary>The desk's panel sends its photos through this, over the page's own connection.</summary>
    [Fact]
    public async Task What_the_desks_panel_hands_over_is_refused()
    {
        var picture = Nasty.HugePicture();
        using var stream = new MemoryStream(picture);
        var command = new KeepPhotos.Command { Photos = [new FormFile(stream, 0, picture.Length, "photos", "photo.png")] };
        var outcome = await app.Use<KeepPhotos, Outcome<IReadOnlyList<KeptPhoto>>>(keep => keep.Run(command, Ct));
        Assert.False(outcome.Ok(out _, out var refused));
        Assert.Contains(Said, Assert.Single(refused!.Fields).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_served_photo_is_a_still_picture_and_nothing_else()
    {
        using var browser = app.Visitor();
        using var surface = SKSurface.Create(new SKImageInfo(20, 20));
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        await browser.Describe(photos: [data.ToArray()]);
        var address = (await browser.Get("/submit")).Find(".upload-list img").GetAttribute("src")!;
        using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.False(answer.Headers.CacheControl.Public);
        // Nor does what is refused say more than that there is nothing.
        using var none = await browser.Client.GetAsync(new Uri(address.Split('?')[0], UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal("nosniff", Assert.Single(none.Headers.GetValues("X-Content-Type-Options")));
    }

    private static ByteArrayContent Picture() => new(Nasty.HugePicture());

    /// <summary>The kernel's figure of the peak may fall by a few pages between two readings; that is no growth.</summary>
    private static long Grown(long before) => Math.Max(0, Peak() - before);

    private static long Peak()
    {
        using var here = Process.GetCurrentProcess();
        return here.PeakWorkingSet64;
    }
}
