using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Requests;
using Suiying.Tests.Hostile;
using static Suiying.Tests.Requests.ResidentPhotoTests;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>Mail in, from a real IMAP server: what becomes of a mail, when it is marked, and what the administrator reads when it goes wrong.</summary>
public sealed class MailboxTests(MailboxApp app) : IClassFixture<MailboxApp>
{
    [Fact]
    public async Task A_mail_is_kept_once_also_when_it_was_stored_and_not_marked_and_when_it_is_delivered_again()
    {
        Need();
        var mail = Mail("wang@mail.example", "楼下的路灯", "楼下的路灯坏了三天了。\n请来修一修。", name: "演示来信人");
        await Bring(mail);
        await Bring(mail);
        Assert.Equal(1, (await app.Collect()).Kept);
        Assert.Equal(0, await app.Box.Unseen());
        await app.Box.Unmark();
        Assert.Equal((0, null), ((await app.Collect()).Kept, (await app.Collect()).Problem));
        Assert.Equal(0, await app.Box.Unseen());
        var (message, words) = Assert.Single(await app.Kept("楼下的路灯坏了三天了"));
        Assert.Equal((InboxKind.Email, InboxState.Open, "w***@mail.example"), (message.Kind, message.State, message.MaskedSender));
        Assert.Equal(("楼下的路灯\n楼下的路灯坏了三天了。\n请来修一修。", "演示来信人"), (words.Text, words.Name));
        Assert.Equal(app.Now, message.At);
        Assert.Empty(await Requests.Traces.Of(app, "wang@mail.example"));
        using var security = await app.SignIn("secadmin");
        var page = (await security.Get("/admin/inbox")).Text;
        Assert.Contains("12345（localhost）", page, StringComparison.Ordinal);
        Assert.DoesNotContain("最近的问题", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_kept_stays_unseen_for_the_next_turn()
    {
        Need();
        await app.Collect();
        await Bring(Mail("zhao@mail.example", "还在", "没有收下的邮件还在邮箱里。"));
        await app.Use<Mailbox, string?>(box => box.Empty(_ => Task.FromResult(false), default));
        Assert.Equal(1, await app.Box.Unseen());
        Assert.Equal(1, (await app.Collect()).Kept);
        Assert.Equal(0, await app.Box.Unseen());
    }

    [Fact]
    public async Task Pages_in_an_old_encoding_become_plain_text_and_attachments_are_named()
    {
        Need();
        var html = new TextPart("html");
        html.SetText(
            Encoding.GetEncoding("gb18030"),
            "<html><head><style>p{color:red}</style></head><body><p>幼儿园门口&nbsp;没有斑马线。</p><div>放学时很危险。<br>盼复</div></body></html>"
        );
        var file = new MimePart("application", "pdf")
        {
            Content = new MimeContent(new MemoryStream(new byte[20])),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "现场照片.pdf" },
        };
        var mail = Mail("li@mail.example", "斑马线", "");
        mail.Body = new Multipart("mixed") { html, file };
        await Bring(mail);
        await app.Collect();
        var (_, words) = Assert.Single(await app.Kept("斑马线"));
        Assert.Equal(
            "斑马线\n幼儿园门口 没有斑马线。\n\n放学时很危险。\n盼复\n（附件1个没有收入，原件在邮箱里：现场照片.pdf）",
            words.Text
        );
    }

    [Fact]
    public async Task Photos_in_a_mail_are_kept_once_and_what_could_not_be_kept_is_named_with_why()
    {
        Need();
        var inline = File("a.png", ContentDisposition.Inline, [.. Photo(81, 50), .. new byte[MailPictures.LeastInline]]);
        inline.ContentId = "photo@mail.example";
        var mail = Mail("sun@mail.example", "河堤", "河堤塌了一块，见照片。");
        mail.Body = new Multipart("mixed")
        {
            mail.Body!,
            File("IMG_1.jpg", ContentDisposition.Attachment, Photo(82, 50)),
            // Web mailers call it so.
            File("IMG_2.JPG", ContentDisposition.Attachment, Photo(83, 50), "application/octet-stream"),
            File("IMG_2 (1).JPG", ContentDisposition.Attachment, Photo(83, 50)),
            File("IMG_3.HEIC", ContentDisposition.Attachment, [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8]),
            File("huge.png", ContentDisposition.Attachment, Nasty.HugePicture()),
            File("说明.pdf", ContentDisposition.Attachment, new byte[20], "application/pdf"),
            inline,
            File("logo.png", ContentDisposition.Inline, Photo(16, 16)),
        };
        await Bring(mail);
        await Bring(mail);
        Assert.Equal((1, null), await Collect());
        var (message, words) = Assert.Single(await app.Kept("河堤塌了一块"));
        Assert.Equal(3, words.Photos.Count);
        Assert.EndsWith(
            "\n（附件4个没有收入，原件在邮箱里：IMG_3.HEIC（是HEIC格式，这里打不开）、"
                + "huge.png（有60000×60000像素，太大了；最多5000万像素）、说明.pdf、logo.png）",
            words.Text,
            StringComparison.Ordinal
        );
        var held = await app.Use<IEnumerable<IFilesInUse>, HashSet<string>>(holders => holders.AllFiles(default));
        Assert.Empty(words.Photos.Except(held));
        await app.Box.Unmark();
        Assert.Equal((0, null), await Collect());
        Assert.Equal(message.Content, Assert.Single(await app.Kept("河堤塌了一块")).Message.Content);
    }

    [Fact]
    public async Task A_mail_of_photos_alone_waits_with_five_of_them_and_a_machines_picture_is_nobodys_photo()
    {
        Need();
        var six = Enumerable.Range(1, 6).Select(i => File($"{i}.jpg", ContentDisposition.Attachment, Photo(90 + i, 50))).ToList();
        var mail = Mail("zhou@mail.example", "", "");
        mail.Body = new Multipart("mixed") { mail.Body! };
        six.ForEach(((Multipart)mail.Body).Add);
        var automatic = Mail("news@mail.example", "每周新闻", "本周新闻。");
        automatic.Headers.Add("Precedence", "bulk");
        automatic.Body = new Multipart("mixed") { automatic.Body!, File("news.jpg", ContentDisposition.Attachment, Photo(99, 50)) };
        await Bring(mail);
        await Bring(automatic);
        await app.Collect();
        var (_, words) = Assert.Single(await app.Kept("6.jpg"));
        Assert.Equal(5, words.Photos.Count);
        Assert.Equal("（图片）\n（附件1个没有收入，原件在邮箱里：6.jpg（一封信最多收5张））", words.Text);
        Assert.Empty(Assert.Single(await app.Kept("每周新闻")).Words.Photos);
    }

    [Fact]
    public async Task A_mail_of_broken_pictures_is_not_opened_without_end()
    {
        Need();
        var mail = Mail("broken@mail.example", "破图", "一封装满坏照片的邮件。");
        var parts = new Multipart("mixed") { mail.Body! };
        for (var i = 0; i < 2 * IIncomingPhotos.Most; i++)
            parts.Add(File($"{i}.jpg", ContentDisposition.Attachment, [0xFF, 0xD8, 0xFF, 0xE0, 0x00, (byte)i]));
        parts.Add(File("good.jpg", ContentDisposition.Attachment, Photo(84, 50)));
        mail.Body = parts;
        await Bring(mail);
        await app.Collect();
        var (_, words) = Assert.Single(await app.Kept("一封装满坏照片的邮件"));
        Assert.Empty(words.Photos);
        Assert.Contains("附件11个没有收入，原件在邮箱里：0.jpg（不是照片，或者照片已损坏）、", words.Text, StringComparison.Ordinal);
        Assert.EndsWith("等）", words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_mail_says_how_much_of_it_was_cut()
    {
        Need();
        await Bring(Mail("long@mail.example", "很长", new string('长', 9000)));
        await app.Collect();
        var (_, words) = Assert.Single(await app.Kept("很长"));
        Assert.InRange(words.Text.Length, 3700, 4000);
        Assert.EndsWith("个字没有收入，原件在邮箱里。）", words.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("X-Auto-Response-Suppress", "All")]
    [InlineData("Precedence", "bulk")]
    [InlineData("Return-Path", "<>")]
    public async Task The_answer_of_a_machine_is_put_aside_and_can_be_taken_back(string header, string value)
    {
        Need();
        var mail = Mail("away@mail.example", $"自动回复 {header}", "我正在休假，回来后再看邮件。");
        mail.Headers.Add(header, value);
        await Bring(mail);
        var sent = app.Mail.To("away@mail.example").Count;
        await app.Collect();
        var (message, _) = Assert.Single(await app.Kept($"自动回复 {header}"));
        Assert.Equal((InboxState.Declined, "自动回复"), (message.State, message.Reason));
        Assert.Equal(sent, app.Mail.To("away@mail.example").Count);
        var agent = await app.Given.Staff("agent");
        var restore = new RestoreMessage.Command { Message = message.Id };
        Assert.True((await app.Use<RestoreMessage, Outcome<Done>>(use => use.Run(restore, agent, default))).Ok(out _, out _));
    }

    [Fact]
    public async Task Who_answers_our_mail_from_the_address_that_it_went_to_is_offered_the_matter()
    {
        Need();
        using var resident = await app.Resident("13855551177");
        var person = await app.Person("13855551177");
        await (await resident.Get("/my/messages")).Submit("main form[method=post]", ("channel", "Email"), ("email", "qian@mail.example"));
        var link = app.Mail.To("qian@mail.example")[^1].TextBody!;
        var at = link.IndexOf("/messages/confirm", StringComparison.Ordinal);
        await (await resident.Get(link[at..].Split((char[])['\r', '\n', ' '])[0])).Submit("main form[method=post]");
        var number = (await app.Given.Request(phone: "13855551177")).Number;
        await app.Given.Request(phone: "13855551177");
        await app.Tell(person, MessageEvent.Dispatched, number);
        var ours = app.Mail.To("qian@mail.example").Last(m => m.TextBody!.Contains(number, StringComparison.Ordinal));

        foreach (var (from, text) in new[] { ("Qian@mail.example", "补充：是从东门数第二盏。"), ("other@mail.example", "我冒充一下。") })
        {
            var answer = Mail(from, "回复：进展", $"{text}\n\n------------------ 原始邮件 ------------------\n{ours.TextBody}");
            answer.InReplyTo = ours.MessageId;
            await Bring(answer);
        }
        await app.Collect();
        var (message, words) = Assert.Single(await app.Kept("从东门数第二盏"));
        Assert.Equal("回复：进展\n补充：是从东门数第二盏。", words.Text);
        Assert.Equal(person, message.Person);
        Assert.Equal(number, (await Read(message.Id)).Offered);
        var (stranger, _) = Assert.Single(await app.Kept("我冒充一下"));
        Assert.NotEqual(person, stranger.Person);
        Assert.Empty((await Read(stranger.Id)).Matters);
    }

    [Theory]
    [InlineData("SUIYING_IMAP_PASSWORD", "wrong", "不接受登录，请核对 SUIYING_IMAP_USER 和 SUIYING_IMAP_PASSWORD")]
    [InlineData("SUIYING_IMAP", "localhost:1", "邮件服务器连不上或没有答复：localhost:1")]
    [InlineData("SUIYING_IMAP_CA", "", "证书不可信")]
    [InlineData("SUIYING_IMAP_FOLDER", "没有的文件夹", "邮箱里没有文件夹“没有的文件夹”")]
    public async Task What_is_wrong_with_the_way_stands_on_the_administrators_page_until_it_is_well_again(
        string setting,
        string value,
        string words
    )
    {
        Need();
        var mailbox = new Mailbox(MailboxSetting.Read(Settings((setting, value))));
        var problem = await app.Use<Scoped, string?>(async scoped =>
        {
            var collect = new CollectMail(mailbox, scoped, app.Clock, NullLogger<CollectMail>.Instance);
            return (await collect.Run(new CollectMail.Command(), Actor.System, default)).Value.Problem;
        });
        Assert.Contains(words, problem, StringComparison.Ordinal);
        using var security = await app.SignIn("secadmin");
        Assert.Contains(words, (await security.Get("/admin/inbox")).Says("main"), StringComparison.Ordinal);
        await app.Collect();
        Assert.DoesNotContain(words, (await security.Get("/admin/inbox")).Says("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUIYING_IMAP", "mail.example.gov", "主机:端口")]
    [InlineData("SUIYING_IMAP_TLS", "ssl", "starttls、tls 或 none")]
    [InlineData("SUIYING_IMAP_PASSWORD", "", "SUIYING_IMAP_PASSWORD")]
    public void A_wrong_setting_is_said_at_the_start(string setting, string value, string words)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => MailboxSetting.Read(Settings((setting, value))));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private async Task<(int Kept, string? Problem)> Collect()
    {
        var collected = await app.Collect();
        return (collected.Kept, collected.Problem);
    }

    private static MimePart File(string name, string disposition, byte[] bytes, string type = "image/jpeg") =>
        new(type)
        {
            Content = new MimeContent(new MemoryStream(bytes)),
            ContentDisposition = new ContentDisposition(disposition) { FileName = name },
            ContentTransferEncoding = ContentEncoding.Base64,
        };

    private static void Need() => Assert.SkipUnless(Dovecot.Installed, MailboxApp.Missing);

    private IConfiguration Settings((string Name, string Value) other)
    {
        var usual = app.Box.Settings;
        usual[other.Name] = other.Value;
        if (other.Name == "SUIYING_IMAP")
            usual["SUIYING_IMAP_TLS"] = "";
        return new ConfigurationBuilder().AddInMemoryCollection(usual).Build();
    }

    private Task Bring(MimeMessage mail) => app.Box.Bring(mail, app.Now);

    private MimeMessage Mail(string from, string subject, string text, string name = "")
    {
        var mail = new MimeMessage
        {
            MessageId = $"{Guid.CreateVersion7():N}@mail.example",
            Date = app.Now,
            Subject = subject,
            Body = new TextPart("plain") { Text = text },
        };
        mail.From.Add(new MailboxAddress(name, from));
        mail.To.Add(new MailboxAddress("", "12345@city.example"));
        return mail;
    }

    private async Task<ReadMessage.Opened> Read(Guid id)
    {
        var agent = await app.Given.Staff(Role.Dispatcher);
        var command = new ReadMessage.Command { Message = id };
        return (await app.Use<ReadMessage, Outcome<ReadMessage.Opened>>(read => read.Run(command, agent, default))).Value;
    }
}
