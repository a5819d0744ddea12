package deskbell.answering.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundingTest {
  private static final Names NAMES = Names.of(List.of("Moss rug", "Hush headphones", "苔藓地毯"));

  @ParameterizedTest(name = "{0} ⊢ {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Returns take 30 days.|You have thirty days to send it back.
          Returns take 30 days.|三十天内可以退。
          Returns take 30 days.|You have ３０ days.
          退货期 30 天。|You have thirty days.
          You have twenty-five days.|25 days.
          Wait 25 days.|Wait twenty five days.
          It holds 1,500 g.|It holds 1.5 kg.
          It costs 1,500 points.|It costs 1.5 k points.
          It costs 1500 points.|It costs fifteen hundred points.
          It costs 1500 points.|It costs one thousand five hundred points.
          It costs 250 points.|It costs two hundred and fifty points.
          需要 1500 积分|需要一千五百积分
          满 ¥15000 送货|满1.5万元送货
          满 250 元包邮|满二百五十元包邮
          满 250 元包邮|满二百五元包邮
          售价 35000 元|售价三万五千元
          库存 205 件|库存二百零五件
          退款 320 元|退款叁佰贰拾元
          两小时内|俩小时内
          五折|对折
          15:15 前|下午三点一刻前
          Ask 3 times.|Ask thrice.
          Repairs are free.|Repairs are complimentary.
          It takes 2 weeks.|It takes fourteen days.
          It takes a fortnight.|It takes two weeks.
          It takes 14 days.|It arrives within a fortnight.
          It takes a week.|It takes 7 days.
          一周内到|7 天内到
          Two years' warranty.|24 months' warranty.
          两年保修|24个月保修
          保修一年半|保修 18 个月
          An hour and a half.|90 minutes.
          Half an hour.|30 minutes
          半小时|30分钟
          两个半小时|150 分钟
          48 hours|2 days
          A couple of days.|2 days.
          Delivery takes 3–5 working days.|It takes three to five working days.
          Delivery takes 3–5 working days.|It takes between 3 and 5 working days.
          Delivery takes 3–5 working days.|Delivery takes 3 working days at best.
          Delivery takes 3–5 working days.|It takes 3 to 5.
          3 到 5 个工作日送达|三至五个工作日送达
          3–5 working days|3–5个工作日
          Rugs of 160 × 230 cm.|The rug is 160 by 230 cm.
          Standard delivery is £3.95.|You pay 3.95 pounds.
          Standard delivery is £3.95.|You pay three point nine five pounds.
          Between £5 and £10.|Between £5–10.
          运费 ¥10|运费十元
          运费 10 元|运费￥10
          运费 10 块钱|运费10元
          A fee of 50p.|A fee of £0.50.
          Refunds in euros: €5.|Refunds are 5 euros.
          Students get 10% off.|Students get ten per cent off.
          学生九折，即减 10%|学生减百分之十
          打八五折|打 8.5 折
          打八折|8折
          降价三成|降价 30%
          Half of it is kept.|50% of it is kept.
          Open until 17:00.|Open until 5 pm.
          Open until 5 p.m.|Open until 17:00.
          Open 9am–5pm.|Open from 9:00 to 17:00.
          Open 9–5pm.|Open until 17:00.
          Order by noon.|Order by 12:00.
          下午三点半前|15:30 前
          晚上8点前|20:00 前
          上午九点至下午六点|9:00–18:00
          14:00 前下单|下午两点前下单
          On 22 November 2026.|On November 22nd.
          On 22 November 2026.|On 22/11/2026.
          11月22日|on 22 November
          二〇二六年十一月二十二日|2026-11-22
          Open on Monday.|Closed every day but Monday.
          Open Mon to Fri.|Open on Friday.
          周一到周五|星期五也上班
          周三|Wednesday
          On 22 November.|It ends in November.
          11月22日|11月结束
          Sent the same day.|当天发出
          次日达|It comes the next day.
          The third parcel is free.|The 3rd parcel is free.
          Your first order.|Your 1st order.
          首单立减|第一单立减
          第三次起|第 3 次起
          Pay with PayPal.|You can use PayPal.
          Pay with paypal.|PayPal works.
          We use DPD.|DPD's driver calls you.
          Under My orders you see it.|See My orders.
          支持支付宝|用支付宝付
          支持 PayPal|用 paypal 付
          The Moss rug is wool.|The moss rug is made of wool.
          苔藓地毯是羊毛的|苔藓地毯用羊毛做
          点“我的订单”|在「我的订单」里看
          Write to help@lanternlane.example.|The address is HELP@lanternlane.example.
          See https://lanternlane.example/returns.|See lanternlane.example/returns
          [Returns](https://lanternlane.example/r) here|https://lanternlane.example/r
          Call 020 7946 0123.|Call +44 20 7946 0123.
          电话 400-820-1234|拨打 4008201234
          Use the code WELCOME10.|Your code is welcome10.
          Order LL-20481234|order LL20481234
          Sizes XS to 2XL.|We sell 2XL too.
          Delivery is free from £50.|From £50 there's no charge.
          满 199 元包邮|满 199 元免运费
          **£3.95**|£3.95
          1. Open the app. 2. Sign in.|Open the app and sign in.
          Something.|Feel free to ask, I'm here. We'll help.
          Something.|You can choose the one you like, once it is there.
          东西|一般可以，十分方便，一起看一下，万一不行再说
          """)
  void what_the_facts_hold_may_be_said(String facts, String text) {
    assertThat(Grounding.in(facts, NAMES).invented(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} ⊬ {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Returns take 30 days.|You have 31 days.|31 days
          Returns take 30 days.|You have thirty-one days.|31 days
          Returns take 30 days.|You have thirty one days.|31 days
          Returns take 30 days.|You have ３１ days.|31 days
          Returns take 30 days.|You have 3\u200b1 days.|31 days
          Returns take 30 days.|You have ٣١ days.|31 days
          Returns take 30 days.|You have three one days.|31 days
          Returns take 30 days.|You have 30 hours.|30 hours
          Returns take 30 days.|You have 30 working days.|30 working days
          Returns take 30 days.|It arrives within a fortnight.|1 fortnight
          Returns take 30 days.|三十一天内可以退|31天
          Returns take 30 days.|一个月内可以退|1个月
          退货期 30 天|半年内可以退|0.5年
          退货期 30 天|俩月内可以退|2个月
          运费 ¥10|运费叁拾元|30元
          打八折|打对折|5折
          开到 15:00|开到下午三点一刻|下午3点15分
          It costs £5.|It costs a tenner.|tenner
          It costs £5.|Pay it monthly.|monthly
          积分 100|积分翻倍|翻倍
          It costs £5.|It costs three ninety-five.|3
          It costs £5.|It is a third of that.|3th
          It takes 3 days.|It takes ③ weeks.|3 weeks
          退货期 30 天|十五天内可以退|15天
          退货期 30 天|一天内可以退|1天
          It takes 3–5 working days.|It takes 4 working days.|4 working days
          It takes 3–5 working days.|It takes 3–6 working days.|6 working days
          It takes 3–5 working days.|You may keep 5 items.|5
          It takes 3 days.|It takes a few hours, at most two.|2
          It takes 3 days.|It takes a day.|1 day
          It takes 3 days.|It takes a couple of days.|2 days
          It takes 3 days.|It takes an hour and a half.|1.5 hour
          It costs £5 and takes 3 days.|It takes £5 days.|£5
          运费 ¥5，3 天到|¥5 天到|¥5
          From 8:00, in 3 working days.|In 8:00 working days.|8:00
          It costs £5.|It costs €5.|€5
          It costs £5.|It costs 5 %.|5 %
          It costs £5.|It takes 5 days.|5 days
          It costs £5.|You may order 5 parcels.|5
          It costs £5.|It costs five euros.|5 euros
          It costs £5.|It costs £5k.|£5000
          It costs £1.5.|It costs £1.5 k.|£1500
          It costs £5.|It costs £5.50.|£5.50
          It costs £5.|Shipping is free.|free
          运费 ¥10|运费 10%|10%
          运费 ¥10|包邮|包邮
          运费 ¥10|运费十五块|15块
          运费 ¥10|运费 ¥1.5万|¥15000
          打八折|打七折|7折
          减 10%|减百分之二十|20%
          Members get 10% off.|Members get half off.|50%
          Open until 17:00.|Open until 6 pm.|6 pm
          Open until 17:00.|Open until five.|5
          Open until 17:00.|Open until midnight.|midnight
          开到 17:00|开到晚上九点|晚上9点
          开到 17:00|下午一点开门|下午1点
          On 22 November.|On 23 November.|23 November
          On 22 November.|On November 22, 2027.|November 22, 2027
          On 22 November.|On 22/12.|22/12
          11月22日|11月23日|11月23日
          On 22 November.|Until December.|December
          11月22日|十二月开始|12月
          Open on Monday.|Open on Tuesday.|Tuesday
          Open on Monday.|It comes tomorrow.|tomorrow
          周一营业|周二营业|周2
          周一营业|星期日营业|星期日
          三天内到|明天到|明天
          Sent in 2 days.|Sent the same day.|same day
          The third parcel.|The fourth parcel.|4th
          第三次|第五次|第5
          Something.|On your first order.|1st
          Pay by card.|You can use Klarna.|klarna
          Pay by card.|Klarna lets you pay later.|klarna
          Pay by card.|you can use klarna|klarna
          Pay by card.|Bitpanda is accepted.|Bitpanda
          Pay by card.|Ask for Zoe.|Zoe
          刷卡支付|支持支付宝|支付宝
          刷卡支付|支持 Klarna|klarna
          刷卡支付|请找“小张”|“小张”
          刷卡支付|发到新疆|新疆
          We sell rugs.|The Moss rug is wool.|moss rug
          We sell rugs.|the moss rug is wool|moss rug
          我们卖地毯|苔藓地毯是羊毛的|苔藓地毯
          Write to us.|Write to help@lanternlane.example.|help@lanternlane.example
          Write to a@b.example.|Write to c@b.example.|c@b.example
          See our site.|See lanternlane.example/returns.|lanternlane.example/returns
          See lanternlane.example.|See lanternlane.example/returns.|lanternlane.example/returns
          Call 020 7946 0123.|Call 020 7946 0124.|020 7946 0124
          电话 400-820-1234|电话 400-820-1235|400-820-1235
          Use a code.|Use WELCOME10.|WELCOME10
          Use a code.|Use WELCOME.|WELCOME
          Order LL20481234|Order LL20481235|LL20481235
          Order 20481234|Order 20481235|20481235
          Sizes XS to XL.|We sell 2XL too.|2XL
          Limit your bags.|One item per order.|1
          It weighs 5 g.|It weighs 5 kg.|5 kg
          It is 5 cm.|It is 5 m.|5 m
          Ask us.|Ask twice.|2 times
          Ask us.|Hundreds of shops.|100
          Ask us.|A dozen shops.|12
          Ask us.|Order ½ metre.|50%
          """)
  void anything_else_is_named(String facts, String text, String invented) {
    assertThat(Grounding.in(facts, NAMES).invented(text))
        .hasValueSatisfying(said -> assertThat(said.strip()).startsWith(invented));
  }

  @Test
  void several_sentences_are_searched_for_the_first_that_is_wrong() {
    var grounding = Grounding.in("Delivery is £3.95 and takes 3 days.", NAMES);
    assertThat(grounding.invented("It takes 3 days. It costs £4.95, or £5.95 abroad."))
        .contains("£4.95");
  }

  @Test
  void values_are_compared_by_what_they_mean() {
    assertThat(Grounding.values("Two weeks, £3.95, until 5 pm.", NAMES))
        .containsExactlyInAnyOrderElementsOf(
            Grounding.values("14 days for 3.95 pounds, until 17:00", NAMES));
  }
}
