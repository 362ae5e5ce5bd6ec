package dev.parley.sandbox.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The field types of the REST API's describe, each with the Java type its values are kept in. */
public enum FieldType {
    ID(String.class, "tns:ID"),
    STRING(String.class, "xsd:string"),
    TEXTAREA(String.class, "xsd:string"),
    EMAIL(String.class, "xsd:string"),
    PHONE(String.class, "xsd:string"),
    URL(String.class, "xsd:string"),
    PICKLIST(String.class, "xsd:string"),
    MULTIPICKLIST(String.class, "xsd:string"),
    COMBOBOX(String.class, "xsd:string"),
    REFERENCE(String.class, "tns:ID"),
    BOOLEAN(Boolean.class, "xsd:boolean"),
    INT(Integer.class, "xsd:int"),
    DOUBLE(BigDecimal.class, "xsd:double"),
    CURRENCY(BigDecimal.class, "xsd:double"),
    PERCENT(BigDecimal.class, "xsd:double"),
    DATE(LocalDate.class, "xsd:date"),
    DATETIME(Instant.class, "xsd:dateTime");

    private final Class<?> javaType;
    private final String soapType;

    FieldType(Class<?> javaType, String soapType) {
        this.javaType = javaType;
        this.soapType = soapType;
    }

    /** The Java type of a value of this type, as the records hold it. */
    public Class<?> javaType() {
        return javaType;
    }

    /** The type's name in a describe, such as {@code multipicklist}. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The describe's {@code soapType}. */
    public String soapType() {
        return soapType;
    }

    /** Whether values are text (ids included). */
    public boolean isText() {
        return javaType == String.class;
    }

    /** Whether values are numbers. */
    public boolean isNumber() {
        return javaType == BigDecimal.class || javaType == Integer.class;
    }
}
