using Microsoft.Extensions.Configuration;
using Suiying.Channels.Model.WeChat;

namespace Suiying.Channels.Storage;

/// <summary>微信公众号, from configuration or environment: <c>SUIYING_WECHAT_APPID</c> and what begins with it. See docs/wechat.md.</summary>
public sealed record WeChatSetting
{
    private const string Platform = "https://api.weixin.qq.com";

    /// <summary>Null where no account is set up.</summary>
    public WeChatSeal? Seal { get; private init; }

    /// <summary>AppID.</summary>
    public string App { get; private init; } = "";

    /// <summary>AppSecret; null where the city only listens.</summary>
    public string? Secret { get; private init; }

    /// <summary>Where the platform is reached; a city that goes out through a gateway of its own names that.</summary>
    public Uri Address { get; private init; } = new(Platform);

    /// <summary>What the account is called; residents look for it by this name.</summary>
    public string Name { get; private init; } = "";

    /// <exception cref="InvalidOperationException">Half of it is set, or it is wrong; said at the start.</exception>
    public static WeChatSetting Read(IConfiguration configuration)
    {
        if (configuration["SUIYING_WECHAT_APPID"] is not { Length: > 0 } app)
            return new WeChatSetting();
        if (configuration["SUIYING_WECHAT_TOKEN"] is not { Length: >= 3 and <= 32 } token || !token.All(char.IsAsciiLetterOrDigit))
            throw new InvalidOperationException("SUIYING_WECHAT_TOKEN 应与公众平台“服务器配置”的令牌一样，3至32个字母和数字。");
        if (configuration["SUIYING_WECHAT_NAME"] is not { Length: > 0 and <= 60 } name)
            throw new InvalidOperationException("SUIYING_WECHAT_NAME 应是公众号的名称，居民按它找到公众号。");
        var address = configuration["SUIYING_WECHAT_URL"] is { Length: > 0 } given ? given : Platform;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var whole) || whole.Scheme is not ("https" or "http"))
            throw new InvalidOperationException($"SUIYING_WECHAT_URL 写的是“{address}”，应是公众平台接口的网址，通常不用填。");
        return new WeChatSetting
        {
            Seal = SealOf(token, configuration["SUIYING_WECHAT_KEY"] ?? "", app),
            App = app,
            Secret = configuration["SUIYING_WECHAT_SECRET"] is { Length: > 0 } secret ? secret : null,
            Address = whole,
            Name = name,
        };
    }

    private static WeChatSeal SealOf(string token, string key, string app)
    {
        try
        {
            return new WeChatSeal(token, key, app);
        }
        catch (FormatException)
        {
            throw new InvalidOperationException(
                $"SUIYING_WECHAT_KEY 应是公众平台“服务器配置”的消息加解密密钥，{WeChatSeal.KeyLength}个字母和数字。"
            );
        }
    }

    /// <summary>Says no secret.</summary>
    public override string ToString() => $"WeChatSetting({App})";
}
