using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed class ResidentMediaTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_loses_place_time_and_device_and_is_played_in_parts()
    {
        using var browser = app.Visitor();
        var film = Film("vide", [.. "SOUND-AND-PICTURE"u8]);
        Assert.Contains("SECRET", Encoding.Latin1.GetString(film), StringComparison.Ordinal);
        await browser.DescribeWith(ResidentWalk.Text, "Help", [], [film]);
        var page = await browser.Get("/submit");
        var address = page.Find(".media-list video").GetAttribute("src")!;
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        using var whole = await browser.Client.SendAsync(ask, Ct);
        Assert.Equal("video/mp4", whole.Content.Headers.ContentType?.MediaType);
        var bytes = await whole.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(film.Length, bytes.Length);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("udta", text, StringComparison.Ordinal);
        Assert.DoesNotContain("meta", text, StringComparison.Ordinal);
        Assert.Contains("SOUND-AND-PICTURE", text, StringComparison.Ordinal);

        using var part = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        part.Headers.Range = new RangeHeaderValue(4, 7);
        using var answer = await browser.Client.SendAsync(part, Ct);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("ftyp", await answer.Content.ReadAsStringAsync(Ct));
        // The name alone opens nothing.
        using var stranger = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(address.Split('?')[0])).Status);
    }

    [Fact]
    public async Task A_recording_goes_the_whole_way_and_its_person_and_the_desk_hear_it()
    {
        using var browser = app.Visitor();
        var place = await browser.DescribeWith(ResidentWalk.Text, "Help", [], [Wave("SECRET STUDIO")]);
        var check = await (await place.Place()).Contact();
        Assert.Single(check.All(".media-list audio"));
        var receipt = await check.Press();
        var number = ResidentWalk.Number(receipt);
        var tracked = await browser.Track(number, ResidentWalk.Code(receipt));
        var address = tracked.Find(".media-list audio").GetAttribute("src")!;
        var kept = await browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.DoesNotContain("SECRET", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        var file = address.Split('?')[0];
        var attachment = await app.Use<RequestsDb, RequestAttachment>(db =>
            db.Attachments.AsNoTracking().SingleAsync(a => file.EndsWith(a.File), Ct)
        );
        Assert.Equal(("audio/wav", RequestAction.Register), (attachment.ContentType, attachment.AddedBy));
        using var agent = await app.SignIn("agent");
        Assert.Equal(HttpStatusCode.OK, (await agent.Get(file)).Status);
        using var unit = await app.SignIn("east1");
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Get(file)).Status);
    }

    [Fact]
    public async Task What_is_no_recording_is_refused_whatever_its_name_and_a_third_one_too()
    {
        using var browser = app.Visitor();
        byte[][] hostile =
        [
            "<script>alert(1)</script>......"u8.ToArray(),
            [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8],
            [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, .. "moov"u8],
            Film("text", [1, 2, 3]),
            [0x1A, 0x45, 0xDF, 0xA3, .. "matroska and nothing else"u8],
            [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 4, .. "nothing behind the tag"u8],
        ];
        foreach (var bytes in hostile)
        {
            var refused = await browser.DescribeWith(ResidentWalk.Text, "Help", [], [bytes]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal(ResidentWalk.Text, refused.Find("textarea").TextContent);
        }
        await browser.DescribeWith(ResidentWalk.Text, "Help", [], [Wave("a"), Wave("bb")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.DescribeWith(ResidentWalk.Text, "Help", [], [Wave("ccc")])).Status);
    }

    [Fact]
    public void Samples_of_a_track_of_positions_are_emptied_and_those_of_the_film_stay()
    {
        var film = Film("vide", [.. "FILM"u8], "SECRET-POSITIONS");
        Assert.NotNull(MediaCopy.Of(film));
        var text = Encoding.Latin1.GetString(film);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.Contains("FILM", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_before_and_behind_an_MP3_go()
    {
        byte[] mp3 = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 6, .. "SECRET"u8, 0xFF, 0xFB, 0x90, 0, .. new byte[200], .. "TAG"u8, .. new byte[125]];
        var copy = MediaCopy.Of(mp3)!.Value;
        Assert.Equal((204, "audio/mpeg"), (copy.Bytes.Length, copy.ContentType));
    }

    [Fact]
    public void No_bytes_whatever_bring_it_down() =>
        Gen.Byte.Array[0, 400].Sample(tail => _ = MediaCopy.Of([0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0, .. tail]));

    internal static byte[] Wave(string note)
    {
        var list = Encoding.ASCII.GetBytes(note.Length % 2 == 0 ? note : note + " ");
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, list.Length);
        return
        [
            .. "RIFF"u8,
            0,
            0,
            0,
            0,
            .. "WAVEfmt "u8,
            16,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            0x40,
            0x1F,
            0,
            0,
            0x40,
            0x1F,
            0,
            0,
            1,
            0,
            8,
            0,
            .. "LIST"u8,
            .. size,
            .. list,
            .. "data"u8,
            4,
            0,
            0,
            0,
            1,
            2,
            3,
            (byte)note.Length,
        ];
    }

    /// <summary>An MP4 as a phone writes it, with a place, a device and, where given, a track of positions.</summary>
    internal static byte[] Film(string handler, byte[] sound, string? positions = null)
    {
        byte[] track = Box(
            "trak",
            Box("tkhd", new byte[84]),
            Box("udta", "SECRET-NAME"u8.ToArray()),
            Box("mdia", Box("hdlr", Hdlr(handler)))
        );
        byte[] head = [.. Box("ftyp", "isom"u8.ToArray(), [0, 0, 0, 0])];
        byte[] data = Box("mdat", sound, Encoding.ASCII.GetBytes(positions ?? ""));
        var at = head.Length + 8 + sound.Length;
        byte[] other = positions is null
            ? []
            : Box(
                "trak",
                Box(
                    "mdia",
                    Box("hdlr", Hdlr("meta")),
                    Box(
                        "minf",
                        Box(
                            "stbl",
                            Box("stsc", Words(0, 1, 1, 1, 1)),
                            Box("stsz", Words(0, positions.Length, 1)),
                            Box("stco", Words(0, 1, at))
                        )
                    )
                )
            );
        return
        [
            .. head,
            .. data,
            .. Box("uuid", "SECRET-XMP-IN-A-UUID"u8.ToArray()),
            .. Box(
                "moov",
                Box("mvhd", new byte[100]),
                track,
                other,
                Box("udta", "SECRET-GPS"u8.ToArray()),
                Box("meta", "SECRET-DEVICE"u8.ToArray())
            ),
        ];
    }

    private static byte[] Hdlr(string type) => [.. new byte[8], .. Encoding.ASCII.GetBytes(type), .. new byte[12], .. "SECRET-PHONE"u8, 0];

    private static byte[] Words(params int[] numbers) =>
        [
            .. numbers.SelectMany(n =>
            {
                var bytes = new byte[4];
                BinaryPrimitives.WriteInt32BigEndian(bytes, n);
                return bytes;
            }),
        ];

    private static byte[] Box(string type, params byte[][] parts)
    {
        var (body, size) = (parts.SelectMany(p => p).ToArray(), new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(size, 8 + body.Length);
        return [.. size, .. Encoding.ASCII.GetBytes(type), .. body];
    }
}
