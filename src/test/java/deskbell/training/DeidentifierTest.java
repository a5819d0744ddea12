package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeidentifierTest {
  private final Deidentifier deidentifier = new Deidentifier();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          where is LL20481234, I'm at a.hart@example.com     | where is {order_number}, I'm at {email}
          call me on 07700 900123 please                     | call me on {phone} please
          my name is amelia hart and I want a refund         | my name is {name} and I want a refund
          My name is wrong on the order                      | My name is wrong on the order
          Hi, I'm Amelia Hart. Thanks, Amelia                | Hi, I'm {name}. Thanks, {name}
          ask for Mrs. O'Neill                               | ask for Mrs. {name}
          send it to Flat 2, 14 Old Mill Lane, York YO1 7HU  | send it to {address}
          I live at 221b Baker Street                        | I live at {address}
          postcode is SW1A 1AA                               | postcode is {address}
          card 4111 1111 1111 1111 was charged twice         | card {card_number} was charged twice
          order #A-10293 never came                          | order #{order_number} never came
          see https://shop.example/o?token=abc now           | see {link} now
          my customer id is 88213745                         | my customer id is {number}
          I paid 49.90 for 2 lamps in size 42                | I paid 49.90 for 2 lamps in size 42
          """)
  void english_texts_tell_nobody(String text, String hidden) {
    assertThat(deidentifier.text(text, Language.EN)).isEqualTo(hidden);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          我的单号LL20481234，电话13800138000      | 我的单号{order_number}，电话{phone}
          我叫张伟，想退货                          | 我叫{name}，想退货
          我是欧阳锋                               | 我是{name}
          我是高兴才买的                            | 我是高兴才买的
          收件人改成王小明                          | 收件人改成{name}
          请找李女士                               | 请找{name}女士
          地址改为杭州市西湖区文三路123号5栋602室     | 地址改为{address}
          我住在上海市浦东新区，几天到               | 我住在{address}，几天到
          加我微信 abc_12345                       | 加我微信 {account}
          身份证 11010519491231002X                | 身份证 {id_number}
          卡号6222 0212 3456 7890 123             | 卡号{card_number}
          邮箱 wei@example.cn 对吗                 | 邮箱 {email} 对吗
          送到这条街要几天                          | 送到这条街要几天
          """)
  void chinese_texts_tell_nobody(String text, String hidden) {
    assertThat(deidentifier.text(text, Language.ZH)).isEqualTo(hidden);
  }

  @Test
  void voters_take_a_placeholder_for_what_stood_there() {
    var example = new Example("is {order_number} under {phone}?", Language.EN, "track_order");
    assertThat(new Utterances(LocalDate.EPOCH).of(example).entities())
        .extracting(entity -> entity.type() + " " + entity.start() + "-" + entity.end())
        .containsExactly(EntityType.ORDER_NUMBER + " 3-17", EntityType.PHONE + " 24-31");
  }
}
