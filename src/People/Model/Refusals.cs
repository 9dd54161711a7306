namespace Suiying.People.Model;

public sealed record PhoneNotValid()
    : Refusal(RefusalKind.Invalid, "phone_not_valid", "这不像一个电话号码。请填写 11 位手机号，或带区号的固定电话。");

public sealed record CodeAskedTooSoon() : Refusal(RefusalKind.TooMany, "code_asked_too_soon", "验证码一分钟只能获取一次，请稍候再试。");

public sealed record CodeAskedTooOften()
    : Refusal(RefusalKind.TooMany, "code_asked_too_often", "获取验证码的次数过多。请一小时后再试，或直接拨打热线。");

public sealed record CodeNotSent() : Refusal(RefusalKind.Conflict, "code_not_sent", "本系统尚未接通短信，无法发送验证码。请直接拨打热线。");

public sealed record CodeNotHandedOver()
    : Refusal(RefusalKind.Conflict, "code_not_handed_over", "验证码暂时发不出去，请过几分钟再试，或直接拨打热线。");

/// <summary>Wrong, expired, used and never sent look the same, so that nothing can be learnt from the answer.</summary>
public sealed record CodeNotRight() : Refusal(RefusalKind.Invalid, "code_not_right", "验证码不对或已失效。请核对短信，或重新获取验证码。");

/// <summary>Unknown, wrong, locked and deactivated look the same.</summary>
public sealed record SignInRefused()
    : Refusal(RefusalKind.Forbidden, "sign_in_refused", "登录名或密码不对，或账号暂不可用。连续五次错误后锁定 15 分钟，再错则逐次加倍。");

public sealed record LoginTaken() : Refusal(RefusalKind.Conflict, "login_taken", "这个登录名已被使用，请换一个。");

public sealed record PasswordNotAccepted(Phrase Says) : Refusal(RefusalKind.Invalid, "password_not_accepted", Says);

public sealed record PasswordLocked()
    : Refusal(RefusalKind.TooMany, "password_locked", "原密码连续五次不对，暂时不能再试。请 15 分钟后再来；再错则逐次加倍。");

public sealed record RoleNotForStaff() : Refusal(RefusalKind.Invalid, "role_not_for_staff", "居民和系统不是可以授予工作人员的角色。");

public sealed record AdministratorsMustBeApart()
    : Refusal(
        RefusalKind.Conflict,
        "administrators_must_be_apart",
        "系统管理员、安全管理员、审计管理员必须由不同的人担任，一个账号只能担任其一。"
    );

public sealed record AdministratorsHandleNoMatters()
    : Refusal(RefusalKind.Conflict, "administrators_handle_no_matters", "管理员不办理诉求，不能同时担任业务角色。");

public sealed record NotOnOneself() : Refusal(RefusalKind.Forbidden, "not_on_oneself", "不能更改自己的角色或停用自己的账号。");

public sealed record AccountChanged()
    : Refusal(RefusalKind.Conflict, "account_changed", "这个账号刚被他人修改，您的更改没有保存。请刷新后重试。");

public sealed record DemoAccount() : Refusal(RefusalKind.Conflict, "demo_account", "演示账号没有密码，只能在开发模式下一键登录。");

public sealed record NoDeadLetter() : Refusal(RefusalKind.NotFound, "no_dead_letter", "没有这件停下的事件，可能刚被他人重新投递。请刷新。");

public sealed record OfficeAlreadyOpen()
    : Refusal(RefusalKind.Conflict, "office_already_open", "系统中已有正式账号，首批管理员只能在没有账号时创建。");

public sealed record LoginsTakenByDemo(string Logins)
    : Refusal(
        RefusalKind.Conflict,
        "logins_taken_by_demo",
        $"登录名 {Logins} 已被演示账号占用。这个数据库装过演示数据，请为正式运行另建一个空数据库（SUIYING_DB）。"
    );

/// <summary>Wrong, used and locked look the same.</summary>
public sealed record SecondFactorNotRight()
    : Refusal(RefusalKind.Forbidden, "second_factor_not_right", "验证码不对、已用过，或账号暂时锁定。请等下一个六位数再试。");

public sealed record SecondFactorOfferOver()
    : Refusal(RefusalKind.Conflict, "second_factor_offer_over", "这个密钥已失效。请删去验证器里刚加的一项，重新扫描新的二维码。");

public sealed record SignInAgain()
    : Refusal(RefusalKind.Forbidden, "sign_in_again", "登录没有在十分钟内完成。请返回登录页，重新输入密码。");

/// <summary>Expired, foreign, used and malformed look the same.</summary>
public sealed record PasskeyNotAdded()
    : Refusal(RefusalKind.Conflict, "passkey_not_added", "通行密钥没有添加：五分钟已过，或浏览器的答复不符。请重新添加。");

public sealed record PasskeysFull(int Most) : Refusal(RefusalKind.Conflict, "passkeys_full", $"最多 {Most} 个通行密钥。请先删除不用的。");

/// <summary>Deleted, unknown, expired and foreign look the same.</summary>
public sealed record PasskeyRefused()
    : Refusal(RefusalKind.Forbidden, "passkey_refused", "通行密钥未被接受：可能已删除，或等待超过五分钟。请再试一次，或用密码登录。");

/// <summary>Cancelled, expired, replayed and forged look the same.</summary>
public sealed record CityLoginNotDone()
    : Refusal(
        RefusalKind.Forbidden,
        "city_login_not_done",
        "没有通过统一身份认证登录：可能已取消、超时，或对方的答复不可信。请再试一次，或用密码登录。"
    );

public sealed record CityLoginDown()
    : Refusal(RefusalKind.Conflict, "city_login_down", "统一身份认证现在联系不上。请稍后再试，或用密码、通行密钥登录。");

public sealed record CityLoginUnknown(string Subject)
    : Refusal(
        RefusalKind.Forbidden,
        "city_login_unknown",
        "统一身份认证已通过，但它没有关联本系统的账号，也没有为您新建账号。请把下面的编号告诉本单位的安全管理员，请其关联；还没有账号的，先请系统管理员开设。"
    );

public sealed record CityLoginClosed()
    : Refusal(RefusalKind.Forbidden, "city_login_closed", "统一身份认证已通过，但您在本系统的账号已停用。请联系系统管理员。");

public sealed record CityLoginTaken()
    : Refusal(RefusalKind.Conflict, "city_login_taken", "这个编号已关联另一个账号。请核对编号，或先取消那一个。");

public sealed record CityLoginLinked()
    : Refusal(RefusalKind.Conflict, "city_login_linked", "这个账号已有关联。要换成另一个编号，请先取消现在的。");

public sealed record RotationUnderWay()
    : Refusal(
        RefusalKind.Conflict,
        "rotation_under_way",
        "上一次轮换还没有做完。等它做完再轮换；服务没有运行时，用 keys rotate --finish 做完它。"
    );

public sealed record RotationNotConfirmed()
    : Refusal(RefusalKind.Invalid, "rotation_not_confirmed", "没有开始。请先勾选“轮换后我会备份密钥文件夹”，再开始轮换。");

public sealed record ImportDecided()
    : Refusal(RefusalKind.Conflict, "import_decided", "这次导入已经载入或放弃，没有再做任何事。要再导入，请重新上传文件。");

public sealed record PasswordsAlreadyTaken()
    : Refusal(
        RefusalKind.Conflict,
        "passwords_already_taken",
        "首批密码已经下载过，没有再生成。确需重新生成，请先勾选“以前下载的密码随即失效”。"
    );
